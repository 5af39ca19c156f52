#include "emitters/search/documents.h"

#include <algorithm>
#include <map>
#include <memory>

#include "base/digest.h"
#include "base/parallel.h"
#include "base/probe.h"
#include "markdown/plain_text.h"
#include "emitters/search/remembered.h"
#include "pages/composer.h"

namespace praxis::emitters::search {
namespace {

using praxis::search::Word;

// Numbers of forms, as they come; each word of each text is looked up here.
class Numbers {
public:
    // The number of the form; the next one where it is new.
    auto of(const std::vector<std::string>& forms, const std::string& form) -> std::uint32_t {
        if (forms.size() * 2 >= slots_.size()) grow(forms);
        const std::uint64_t hash = hash_of(form);
        const auto part = static_cast<std::uint32_t>(hash >> 32U);
        Slot& slot = slots_[probe(slots_.size(), hash, [&](std::size_t at) {
            return slots_[at].number == nothing || (slots_[at].part == part && forms[slots_[at].number] == form);
        })];
        if (slot.number == nothing) slot = {part, static_cast<std::uint32_t>(forms.size())};
        return slot.number;
    }

private:
    static constexpr std::uint32_t nothing = ~0U;
    struct Slot {
        std::uint32_t part = 0, number = nothing;  // of the hash; of the form
    };

    void grow(const std::vector<std::string>& forms) {
        slots_.assign(std::max<std::size_t>(slots_.size() * 2, 4096), {});
        for (std::uint32_t number = 0; number < forms.size(); ++number) {
            const std::uint64_t hash = hash_of(forms[number]);
            const std::size_t free = probe(slots_.size(), hash, [&](std::size_t at) { return slots_[at].number == nothing; });
            slots_[free] = {static_cast<std::uint32_t>(hash >> 32U), number};
        }
    }

    std::vector<Slot> slots_;
};

// One worker's words: forms get numbers as they come, and each is looked up once.
class Scribe {
public:
    explicit Scribe(const wording::SearchWords& words) : analysis_(words) {}

    void field(Document& document, TextField which) {
        field_ = which;
        append_mark(document.stream, mark::field + static_cast<std::uint32_t>(which));
    }

    // Stop words are kept where a title may be made of nothing else.
    void paragraph(Document& document, std::string_view text, bool stop_words) {
        append_mark(document.stream, mark::paragraph);
        praxis::search::split(analysis_.letters(), text, words_);
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const Word& word = words_[i];
            const std::uint32_t number = number_of(word.text);
            const bool stop_word = is_stop_word_[number];
            if (word.apostrophe && analysis_.is_elision(word.text)) continue;
            if (stop_word && !stop_words)
                append_mark(document.stream, mark::skipped);
            else
                append_form(document.stream, number);
            if (!stop_word) ++document.lengths[static_cast<std::size_t>(field_)];
            if (word.hyphen && (i == 0 || !words_[i - 1].hyphen)) joined(document.stream, i);
        }
    }

    auto letters() -> std::vector<char32_t> { return analysis_.letters().seen(); }
    void begin_body() { analysis_.letters().begin_text(); }
    auto letters_of_body() -> const std::vector<char32_t>& { return analysis_.letters().of_text(); }
    // The form of each number; empty where no stream has it.
    auto vocabulary() -> std::vector<std::string> {
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            if (!is_used_[i]) forms_[i].clear();
        }
        return std::move(forms_);
    }

private:
    // `co-creación` is found as `cocreacion` too.
    void joined(std::string& stream, std::size_t from) {
        std::string whole;
        std::size_t i = from;
        bool letters = true;
        for (bool more = true; more && i < words_.size(); ++i) {
            letters = letters && !(words_[i].text[0] >= '0' && words_[i].text[0] <= '9');
            whole += words_[i].text;
            more = words_[i].hyphen;
        }
        if (!letters || i - from > 4 || whole.size() > praxis::search::most_word_bytes) return;
        append_mark(stream, mark::joined);
        append_form(stream, number_of(whole));
    }

    void append_form(std::string& stream, std::uint32_t number) {
        append_mark(stream, number + mark::first_form);
        is_used_[number] = true;
    }

    auto number_of(const std::string& form) -> std::uint32_t {
        const std::uint32_t number = numbers_.of(forms_, form);
        if (number < forms_.size()) return number;
        forms_.push_back(form);
        is_stop_word_.push_back(analysis_.is_stop_word(form));
        is_used_.push_back(false);
        return number;
    }

    praxis::search::Analysis analysis_;
    Numbers numbers_;
    std::vector<std::string> forms_;
    std::vector<bool> is_stop_word_, is_used_;
    std::vector<Word> words_;
    TextField field_ = TextField::title;
};

struct Source {
    const emit::Snapshot& snapshot;
    std::size_t language;
    bool passages;
    const Remembered& remembered;
};

void write_body(Scribe& scribe, Document& document, const std::vector<markdown::Paragraph>& paragraphs) {
    document.body_begin = document.stream.size();
    scribe.begin_body();
    for (const bool headings : {true, false}) {
        scribe.field(document, headings ? TextField::headings : TextField::body);
        for (const markdown::Paragraph& paragraph : paragraphs) {
            if (paragraph.heading == headings) scribe.paragraph(document, paragraph.text, false);
        }
    }
    document.body_letters = scribe.letters_of_body();
}

void write_text(const Source& source, Scribe& scribe, Document& document) {
    const bank::Entity& entity = source.snapshot.bank[document.page->address.target];
    const bank::Text* text = entity.text(source.snapshot.settings.languages[source.language]);
    if (text == nullptr) return;
    document.body_hash = text->body.hash;
    document.body = source.remembered.find(document.body_hash);
    if (document.body != nullptr) {
        document.lengths[static_cast<std::size_t>(TextField::headings)] = document.body->headings;
        document.lengths[static_cast<std::size_t>(TextField::body)] = document.body->text;
        if (!source.passages) return;
    }
    const auto body = source.snapshot.site.scratch.read(text->body);
    if (!body) return;
    const auto paragraphs = markdown::plain_text(*body);
    if (document.body == nullptr) write_body(scribe, document, paragraphs);
    if (!source.passages) return;
    for (const markdown::Paragraph& paragraph : paragraphs) {
        if (!paragraph.heading) document.passages.push_back(paragraph.text);
    }
}

auto is_in(const pages::Phrase& phrase, std::string_view language) -> bool {
    return phrase.language.empty() || phrase.language == language;
}

// Values of facets return from record to record: each is kept once.
class ValueNumbers {
public:
    auto numbers(std::vector<pages::FacetValue> values) -> std::vector<std::uint32_t> {
        std::vector<std::uint32_t> all;
        for (pages::FacetValue& value : values)
            all.push_back(numbers_.try_emplace(std::move(value), static_cast<std::uint32_t>(numbers_.size())).first->second);
        return all;
    }

    auto values() const -> std::vector<pages::FacetValue> {
        std::vector<pages::FacetValue> all(numbers_.size());
        for (const auto& [value, number] : numbers_) all[number] = value;
        return all;
    }

private:
    std::map<pages::FacetValue, std::uint32_t> numbers_;
};

void read_document(const Source& source, Scribe& scribe, ValueNumbers& values, Document& document) {
    templates::Arena arena;
    pages::Composer composer(source.snapshot.site, *document.page, arena);
    document.hit = composer.hit();
    document.facets = values.numbers(composer.facet_values());
    document.date = composer.date_of_hit();
    const std::string& language = source.snapshot.settings.languages[source.language];
    const auto field = [&](TextField which, const std::string& text) {
        scribe.field(document, which);
        scribe.paragraph(document, text, which == TextField::title);
    };
    if (is_in(document.hit.title, language)) field(TextField::title, document.hit.title.text);
    if (is_in(document.hit.summary, language)) field(TextField::summary, document.hit.summary.text);
    const auto fields = [&](TextField which, std::vector<std::string> names) {
        std::ranges::sort(names);
        names.erase(std::unique(names.begin(), names.end()), names.end());
        for (const std::string& name : names) field(which, name);
    };
    fields(TextField::own_names, composer.own_names());
    fields(TextField::near_names, composer.near_names());
    // The body last: what changes most moves no other places.
    const bool record = document.page->address.kind >= routes::PageKind::practice && document.page->address.kind <= routes::PageKind::text;
    if (record) write_text(source, scribe, document);
}

auto is_withdrawn(const emit::Snapshot& snapshot, const pages::Page& page) -> bool {
    const bool thing = page.address.kind != routes::PageKind::country && page.address.kind != routes::PageKind::work;
    return thing && snapshot.bank[page.address.target].withdrawn;
}

}  // namespace

auto number_things(const emit::Snapshot& snapshot) -> std::vector<const pages::Page*> {
    struct Thing {
        std::size_t kind;
        std::string id;
        const pages::Page* page;
    };
    std::vector<Thing> things;
    const auto kinds = pages::found_kinds();
    for (const pages::Page& page : snapshot.pages) {
        const auto kind = std::ranges::find(kinds, page.address.kind);
        if (page.language != 0 || page.number != 1 || kind == kinds.end() || is_withdrawn(snapshot, page)) continue;
        templates::Arena arena;
        things.push_back({static_cast<std::size_t>(kind - kinds.begin()), pages::Composer(snapshot.site, page, arena).hit_id(), &page});
    }
    std::ranges::sort(things, {}, [](const Thing& thing) { return std::tie(thing.kind, thing.id); });
    std::vector<const pages::Page*> numbered;
    for (const Thing& thing : things) numbered.push_back(thing.page);
    return numbered;
}

auto read_documents(const emit::Snapshot& snapshot, const std::vector<const pages::Page*>& things, std::size_t language, bool passages,
                    Remembered& remembered) -> Documents {
    std::map<routes::Address, const pages::Page*> own;
    for (const pages::Page& page : snapshot.pages) {
        if (page.language == language && page.number == 1) own.emplace(page.address, &page);
    }
    std::vector<std::unique_ptr<Scribe>> scribes(std::max(1U, snapshot.jobs));
    const wording::SearchWords& words = snapshot.site.languages[language].locale->search;
    for (auto& scribe : scribes) scribe = std::make_unique<Scribe>(words);
    std::vector<ValueNumbers> values(scribes.size());
    const Source source{snapshot, language, passages, remembered};
    Documents documents;
    documents.all = parallel_map(things.size(), snapshot.jobs, [&](std::size_t i, unsigned worker) {
        Document document;
        document.page = own.at(things[i]->address);
        document.worker = worker;
        read_document(source, *scribes[worker], values[worker], document);
        document.stream.shrink_to_fit();
        return document;
    });
    for (const ValueNumbers& numbers : values) documents.values.push_back(numbers.values());
    for (auto& scribe : scribes) {
        documents.vocabularies.push_back(scribe->vocabulary());
        for (const char32_t letter : scribe->letters()) documents.letters.push_back(letter);
    }
    documents.vocabularies.push_back(remembered.vocabulary());
    for (const Document& document : documents.all) {
        if (document.body != nullptr)
            documents.letters.insert(documents.letters.end(), document.body->letters.begin(), document.body->letters.end());
    }
    std::ranges::sort(documents.letters);
    documents.letters.erase(std::unique(documents.letters.begin(), documents.letters.end()), documents.letters.end());
    return documents;
}

void append_mark(std::string& stream, std::uint32_t number) {
    for (; number >= 0x80; number >>= 7U) stream += static_cast<char>(number | 0x80U);
    stream += static_cast<char>(number);
}

auto next_mark(std::string_view stream, std::size_t& at) -> std::uint32_t {
    std::uint32_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(stream[at++]);
        number |= (byte & 0x7FU) << shift;
        if (byte < 0x80) return number;
    }
}

}  // namespace praxis::emitters::search
