#include "emitters/search/remembered.h"

#include <algorithm>
#include <atomic>
#include <unordered_set>

#include "base/binary.h"
#include "files/sealed.h"

namespace praxis::emitters::search {
namespace {

constexpr std::string_view head = "praxis words 2\n";

void put(BinaryWriter& out, std::uint64_t hash, const BodyWords& body) {
    out.put(hash);
    out.put_number(body.headings);
    out.put_number(body.text);
    out.put_list(body.letters, [&](char32_t letter) { out.put_number(letter); });
    out.put_text(body.stream);
}

template <class On>
void each_form(std::string_view stream, On&& on) {
    for (std::size_t at = 0; at < stream.size();) {
        const std::uint32_t number = next_mark(stream, at);
        if (number >= mark::first_form) on(number - mark::first_form);
    }
}

}  // namespace

Remembered::Remembered(const emit::CacheFolder* cache, std::string_view language) {
    if (cache == nullptr) return;
    path_ = cache->path + "/bank.words-" + std::string(language);
    identity_ = cache->identity;
    read();
    // A vocabulary that is mostly of former texts is made anew.
    const auto unused = static_cast<std::size_t>(std::ranges::count(forms_, 0U, &Form::bodies));
    if (unused <= 1000 + forms_.size() / 4) return;
    known_.clear();
    forms_.clear();
}

void Remembered::read() {
    bytes_ = files::read_sealed(path_, head);
    BinaryReader in(bytes_);
    if (bytes_.empty() || in.get<Digest>() != identity_) return;
    const std::uint64_t count = in.get_number();
    if (count <= bytes_.size()) known_.reserve(count);
    for (std::uint64_t i = 0; i < count && !in.is_bad(); ++i) {
        const auto hash = in.get<std::uint64_t>();
        BodyWords body;
        body.headings = in.get_small();
        body.text = in.get_small();
        in.get_list(body.letters, [&] { return static_cast<char32_t>(in.get_number()); });
        body.stream = in.get_text();
        known_.emplace(hash, Known{std::move(body)});
    }
    in.get_list(forms_, [&] {
        std::string text(in.get_text());
        return Form{std::move(text), in.get_small()};
    });
    if (in.is_at_end()) return;
    known_.clear();
    forms_.clear();
}

auto Remembered::find(std::uint64_t hash) const -> const BodyWords* {
    const auto at = known_.find(hash);
    if (at == known_.end()) return nullptr;
    std::atomic_ref(at->second.is_found).store(true, std::memory_order_relaxed);
    return &at->second.words;
}

// How many bodies hold each of a body's forms, one more or one less.
void Remembered::count(const BodyWords& body, int step) {
    ++bodies_counted_;
    counted_in_.resize(forms_.size(), 0);
    each_form(body.stream, [&](std::uint32_t number) {
        if (counted_in_[number] == bodies_counted_) return;
        counted_in_[number] = bodies_counted_;
        forms_[number].bodies += static_cast<std::uint32_t>(step);
    });
}

auto Remembered::vocabulary() -> std::vector<std::string> {
    std::erase_if(known_, [&](const auto& body) {
        if (!body.second.is_found) count(body.second.words, -1);
        return !body.second.is_found;
    });
    std::vector<std::string> all;
    all.reserve(forms_.size());
    for (const Form& form : forms_) all.push_back(form.bodies > 0 ? form.text : std::string());
    return all;
}

auto Remembered::number_of(const std::string& form) -> std::uint32_t {
    if (numbers_.empty()) {
        for (std::uint32_t i = 0; i < forms_.size(); ++i) numbers_.emplace(forms_[i].text, i);
    }
    const auto [at, is_new] = numbers_.emplace(form, static_cast<std::uint32_t>(forms_.size()));
    if (is_new) forms_.push_back({form});
    return at->second;
}

auto Remembered::renumbered(std::string_view stream, const std::vector<std::string>& vocabulary) -> std::string {
    std::string own;
    for (std::size_t at = 0; at < stream.size();) {
        const std::uint32_t number = next_mark(stream, at);
        append_mark(own, number < mark::first_form ? number : number_of(vocabulary[number - mark::first_form]) + mark::first_form);
    }
    return own;
}

auto Remembered::new_ones(const Documents& documents) const -> std::vector<const Document*> {
    std::vector<const Document*> found;
    std::unordered_set<std::uint64_t> hashes;
    for (const Document& document : documents.all) {
        const std::uint64_t hash = document.body_hash;
        if (hash != 0 && document.body == nullptr && !known_.contains(hash) && hashes.insert(hash).second) found.push_back(&document);
    }
    return found;
}

void Remembered::save(const Documents& documents) {
    if (path_.empty()) return;
    const auto added = new_ones(documents);
    if (added.empty() && bodies_counted_ == 0) return;
    BinaryWriter out;
    out.bytes.reserve(bytes_.size() + bytes_.size() / 16);
    out.put(identity_);
    out.put_number(known_.size() + added.size());
    for (const auto& [hash, known] : known_) put(out, hash, known.words);
    for (const Document* document : added) {
        const std::string stream =
            renumbered(std::string_view(document->stream).substr(document->body_begin), documents.vocabularies[document->worker]);
        const BodyWords body{stream, document->lengths[static_cast<std::size_t>(TextField::headings)],
                             document->lengths[static_cast<std::size_t>(TextField::body)], document->body_letters};
        put(out, document->body_hash, body);
        count(body, 1);
    }
    out.put_list(forms_, [&](const Form& form) {
        out.put_text(form.text);
        out.put_number(form.bodies);
    });
    files::write_sealed(path_, head, out.bytes);
}

}  // namespace praxis::emitters::search
