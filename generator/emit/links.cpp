#include "emit/links.h"

#include <algorithm>
#include <bit>
#include <string_view>

#include "base/byte_set.h"
#include "base/digest.h"
#include "base/probe.h"
#include "emit/codes.h"

namespace praxis::emit {
namespace {

constexpr std::size_t least_places = 4096, most_places = 1048576;  // powers of two; 16 MB at most

// Undoes `&amp;` and percent signs, the only codings that our own pages use in addresses.
auto plain(std::string_view text) -> std::string {
    static constexpr ByteSet coded("&%");
    if (coded.find(text) == text.size()) return std::string(text);
    std::string out;
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("&amp;")) {
            out += '&';
            i += 4;
        } else if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
            out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

auto folder_of(std::string_view page) -> std::string_view {
    return page.substr(0, page.rfind('/') + 1);  // npos + 1 is 0
}

// On another host, or no place at all (`mailto:`).
auto is_elsewhere(std::string_view address) -> bool {
    static constexpr ByteSet ends(":/?#");
    const std::size_t end = ends.find(address);
    return (end < address.size() && address[end] == ':') || address.starts_with("//");
}

}  // namespace

auto resolve(std::string_view page, std::string_view address) -> Resolved {
    if (is_elsewhere(address)) return {};
    const std::size_t hash = address.find('#');
    std::string anchor = hash == std::string_view::npos ? std::string() : plain(address.substr(hash + 1));
    std::string_view coded = address.substr(0, std::min(hash, address.find('?')));
    if (coded.empty()) return {std::string(page), std::move(anchor)};
    std::string_view folder = folder_of(page);
    while (coded.starts_with("../")) {
        coded.remove_prefix(3);
        if (folder.empty()) return {"../" + plain(coded), std::move(anchor)};
        folder = folder_of(folder.substr(0, folder.size() - 1));
    }
    return {std::string(folder).append(plain(coded)), std::move(anchor)};
}

namespace {

using Addresses = std::vector<std::pair<std::uint64_t, std::string_view>>;  // each with the hash of folder and address

struct Found {
    std::uint64_t path;              // hash of the page's
    std::vector<std::uint64_t> ids;  // keys, in order
    Addresses addresses;             // within the site, as they come, some twice
};

// The addresses of a set of pictures: each ends at a space, its width follows up to a comma.
template <class On>
void for_each_of_set(std::string_view set, On&& on) {
    for (std::size_t at = 0; at < set.size();) {
        const std::size_t end = std::min(set.find(' ', at), set.size());
        on(set.substr(at, end - at));
        const std::size_t comma = set.find(", ", end);
        at = comma == std::string_view::npos ? set.size() : comma + 2;
    }
}

// Of an attribute only the last letter of its name is looked at before its value is: most are classes.
auto ids_and_addresses(std::string_view page, std::string_view html) -> Found {
    Found found{hash_of(page), {}, {}};
    const std::uint64_t folder = hash_of(folder_of(page));
    const auto take = [&](std::string_view address) {
        if (!is_elsewhere(address)) found.addresses.emplace_back(folder * 31 + hash_of(address), address);
    };
    for (std::size_t at = html.find('='); at != std::string_view::npos; at = html.find('=', at + 1)) {
        const char last = at == 0 ? ' ' : html[at - 1];
        if ((last != 'd' && last != 'f' && last != 'c' && last != 't') || !html.substr(at + 1).starts_with('"')) continue;
        const std::string_view before = html.substr(0, at);
        const bool is_id = before.ends_with(" id");
        const bool is_set = before.ends_with(" srcset");
        if (!is_id && !is_set && !before.ends_with(" href") && !before.ends_with(" src")) continue;
        const std::string_view value = html.substr(at + 2, std::min(html.find('"', at + 2), html.size()) - at - 2);
        at += value.size() + 2;
        if (is_id)
            found.ids.push_back(key_of(found.path, value));
        else if (is_set)
            for_each_of_set(value, take);
        else
            take(value);
    }
    std::ranges::sort(found.ids);
    return found;
}

}  // namespace

auto LinkTable::note(std::string_view page, std::string_view html) -> std::vector<std::uint64_t> {
    Found found = ids_and_addresses(page, html);
    // What points into its own page is judged here; most anchors are such, and need not be kept.
    std::erase_if(found.addresses, [&](const auto& one) {
        const std::string_view address = one.second;
        return address.starts_with('#') &&
               (address.size() == 1 || std::ranges::binary_search(found.ids, key_of(found.path, address.substr(1))));
    });
    keep_first(found.addresses, page);
    std::vector<std::pair<std::uint64_t, Resolved>> links;
    for (const auto& [hash, address] : found.addresses) {
        Resolved resolved = resolve(page, address);
        if (!resolved.path.empty()) links.emplace_back(key_of(hash_of(resolved.path), resolved.anchor), std::move(resolved));
    }
    const std::scoped_lock lock(guard_);
    anchors_.insert(anchors_.end(), found.ids.begin(), found.ids.end());
    for (auto& [key, resolved] : links) {
        auto [at, is_new] = links_.try_emplace(key);
        if (is_new || page < at->second.page)  // the example does not depend on threads
            at->second = {std::string(page), std::move(resolved.path), std::move(resolved.anchor)};
    }
    return std::move(found.ids);
}

auto LinkTable::pointed() const -> std::vector<Pointed> {
    std::vector<Pointed> all;
    for (const auto& [key, seen] : links_) all.push_back({seen.anchor.empty() ? 0 : key, key_of(hash_of(seen.target), {})});
    return all;
}

auto LinkTable::place_of(std::uint64_t address) -> First& {
    return first_[probe(first_.size(), address,
                        [&](std::size_t at) { return first_[at].page == no_page || first_[at].address == address; })];
}

// At least half of the places stay free.
void LinkTable::make_room(std::size_t more) {
    const std::size_t places = std::clamp(std::bit_ceil(2 * (known_ + more)), least_places, most_places);
    if (places <= first_.size()) return;
    std::vector<First> former(places);
    former.swap(first_);
    for (const First& one : former) {
        if (one.page != no_page) place_of(one.address) = one;
    }
}

// Pages of a folder write the same addresses over and over: one is looked into once, on the first of them.
void LinkTable::keep_first(std::vector<std::pair<std::uint64_t, std::string_view>>& addresses, std::string_view page) {
    const std::scoped_lock lock(guard_);
    make_room(addresses.size());
    std::uint32_t own = no_page;
    const auto own_number = [&] {
        if (own == no_page) {
            own = static_cast<std::uint32_t>(first_pages_.size());
            first_pages_.emplace_back(page);
        }
        return own;
    };
    std::erase_if(addresses, [&](const auto& one) {
        if (one.second.starts_with('#')) return false;
        First& first = place_of(one.first);
        if (first.page != no_page && page >= first_pages_[first.page]) return true;
        if (first.page == no_page && 2 * known_ == most_places) return false;
        known_ += first.page == no_page ? 1 : 0;
        first = {one.first, own_number()};
        return false;
    });
}

auto LinkTable::check(const std::vector<std::string_view>& paths, const PageCache* kept) const -> Diagnostics {
    Diagnostics found;
    std::vector<std::uint64_t> anchors = anchors_;
    std::ranges::sort(anchors);
    for (const auto& [key, seen] : links_) {
        const std::string address = seen.anchor.empty() ? seen.target : seen.target + "#" + seen.anchor;
        if (!std::ranges::binary_search(paths, std::string_view(seen.target)))
            found.push_back(diagnose(codes::dead_output_link, {}, {seen.page, address}));
        else if (!seen.anchor.empty() && !std::ranges::binary_search(anchors, key) &&
                 (kept == nullptr || !kept->kept_anchor(seen.target, key)))
            found.push_back(diagnose(codes::dead_output_anchor, {}, {seen.page, address}));
    }
    sort_and_unite(found);
    return found;
}

}  // namespace praxis::emit
