#include "pages/digests.h"

#include "base/binary.h"
#include "base/parallel.h"
#include "records/stored.h"

namespace praxis::pages {
namespace {

constexpr std::uint64_t most_attachment_bytes = 64 * 1024 * 1024;

class Digester {
public:
    explicit Digester(const Site& site) : site_(site) {}

    auto thing(const Target& target) -> std::uint64_t {
        out_.bytes.clear();
        const Entity& entity = site_.bank[target];
        name(target);
        out_.put(entity.state);
        for (const bool flag : {entity.broken, entity.held, entity.draft, entity.withdrawn}) out_.put(flag);
        out_.put_text(entity.original);
        out_.put_text(records::stored(entity.facts));
        out_.put_list(entity.texts, [&](const bank::Text& text) { this->text(text); });
        for (std::size_t language = 0; language < site_.languages.size(); ++language) says(target, language);
        relations(target);
        if (target.kind == Kind::practice) kin(target);
        attachments(entity);
        return hash_of(out_.bytes);
    }

    auto list(const Address& address, const MemberList& members) -> Looked {
        out_.bytes.clear();
        address_name(address);
        const std::uint64_t own = hash_of(out_.bytes);
        out_.put_list(members.targets, [&](const Target& target) { name(target); });
        for (const Site::Language& language : site_.languages) {
            for (const Target& target : language.members.at(address).targets) name(target);
        }
        if (address.kind == PageKind::chronology) {
            for (const Decade& decade : site_.decades) {
                out_.put_number(static_cast<std::uint32_t>(decade.begins));
                out_.put_number(decade.first);
            }
        }
        return {own, hash_of(out_.bytes)};
    }

    // Ids, not numbers: those change with every thing that comes or goes.
    void name(const Target& target) {
        out_.put(target.kind);
        out_.put_text(site_.bank[target].id);
        out_.put_number(target.part);
    }

    void address_name(const Address& address) {
        out_.put(address.kind);
        out_.put_number(address.number);
        if (address.kind == PageKind::country) out_.put_text(site_.routes.countries()[address.number]);
        const bool of_thing = address.kind != PageKind::list && address.kind != PageKind::country && address.kind != PageKind::year &&
                              address.kind != PageKind::wanted && address.kind != PageKind::mentoring && address.kind != PageKind::facet &&
                              address.kind != PageKind::chronology;
        if (of_thing) name(address.target);
    }

    BinaryWriter out_;

private:
    void text(const bank::Text& text) {
        out_.put_text(text.language);
        out_.put(text.state);
        out_.put_text(records::stored(text.fields));
        out_.put_text(records::stored(text.outline));
        out_.put(text.body.hash);
        for (const std::string& part : text.changed) out_.put_text(part);
        for (const bank::Change& change : text.changes) {
            out_.put_text(change.key);
            for (const auto* words : {&change.before, &change.now})
                out_.put_list(*words, [&](const std::string& one) { out_.put_text(one); });
        }
        for (const bank::Destination& destination : site_.bank.destinations(text.file)) {
            out_.put(destination.kind);
            if (destination.kind == bank::Destination::Kind::record) name(destination.target);
            out_.put_text(destination.anchor);
            if (destination.file != FileId::none) out_.put_text(site_.inputs[destination.file].path);
        }
    }

    // Its name and where it is found, in one language; of its parts too.
    void says(const Target& target, std::size_t language) {
        const Phrase& title = site_.title(language, target);
        out_.put_text(title.text);
        out_.put_text(title.language);
        out_.put(title.official);
        const Entity& entity = site_.bank[target];
        const std::size_t parts = target.kind == Kind::award        ? entity.facts.items_of("editions").size()
                                  : target.kind == Kind::vocabulary ? entity.facts.items_of("items").size()
                                                                    : 0;
        for (std::uint32_t part = 0; part <= parts; ++part) {
            const auto address = site_.routes.address_of(site_.bank, {target.kind, target.index, part});
            out_.put_text(address ? site_.routes.path(site_.bank, *address, language) : std::string());
        }
    }

    void relations(const Target& target) {
        for (const bank::Link& link : site_.bank.links_to_parts_of(target)) {
            name(link.from);
            out_.put_text(link.field->key);
            out_.put_number(link.to.part);
            out_.put_number(link.order);
        }
        for (const bank::Membership& one : site_.bank.memberships_of(target)) membership(one);
        for (const bank::Membership& one : site_.bank.memberships_in(target)) membership(one);
        const std::size_t editions = target.kind == Kind::award ? site_.bank[target].facts.items_of("editions").size() : 0;
        for (std::uint32_t part = 0; part <= editions; ++part) {
            for (const bank::Result& result : site_.bank.results_of({target.kind, target.index, part})) this->result(result);
        }
    }

    void kin(const Target& practice) {
        out_.put_list(site_.neighbours[practice.index], [&](const Target& other) { name(other); });
        for (std::size_t language = 0; language < site_.languages.size(); ++language) {
            const auto [before, after] = site_.beside(language, practice);
            for (const Target* other : {before, after}) {
                out_.put(other != nullptr);
                if (other != nullptr) name(*other);
            }
        }
    }

    void membership(const bank::Membership& one) {
        name(one.who);
        name(one.where);
        out_.put_text(one.role);
        if (one.value != nullptr) out_.put_text(records::stored(*one.value));
    }

    void result(const bank::Result& result) {
        name(result.edition);
        out_.put_number(result.distinction);
        for (const auto& target : {result.practice, result.city}) {
            out_.put(target.has_value());
            if (target) name(*target);
        }
        if (result.value != nullptr) out_.put_text(records::stored(*result.value));
    }

    // Pictures and documents that lie beside the record: their names, and what is in them.
    void attachments(const Entity& entity) {
        if (entity.file == FileId::none || entity.texts.empty()) return;
        const std::string& path = site_.inputs[entity.file].path;
        const std::string folder = path.substr(0, path.rfind('/') + 1);
        const auto& files = site_.inputs.all();
        auto at = std::ranges::lower_bound(files, folder, {}, &input::InputFile::path);
        for (; at != files.end() && at->path.starts_with(folder); ++at) {
            if (at->role != input::Role::attachment) continue;
            out_.put_text(at->path);
            const auto bytes = site_.inputs.read(FileId(at - files.begin()), most_attachment_bytes);
            out_.put(bytes ? hash_of(*bytes) : std::uint64_t{0});
        }
    }

    const Site& site_;
};

auto everywhere(const Site& site) -> Digest {
    BinaryWriter out;
    for (const std::string& language : site.settings.languages) out.put_text(language);
    for (const std::string& text :
         {site.assets.style, site.assets.script, site.assets.later_script, site.assets.icon, site.settings.base_url})
        out.put_text(text);
    for (const std::string& code : site.routes.countries()) out.put_text(code);
    for (const int year : site.routes.years()) out.put(year);
    out.put(site.routes.has_map());
    for (const routes::Work& work : site.routes.works()) {
        out.put_text(work.id);
        out.put_list(work.versions, [&](const Target& version) { out.put_text(site.bank[version].id); });
    }
    for (std::uint32_t list = 0; list < routes::list_count; ++list) out.put(site.has_members({PageKind::list, {}, list}));
    return digest_of(out.bytes);
}

}  // namespace

auto Digests::number_of(bank::Seen seen) const -> std::uint32_t {
    const bank::Seen what = seen >> 24U, number = seen & 0xFFFFFFU;
    if (what == bank::member_list) return lists_begin + number;
    return what >= bank::whole_kind ? kinds_begin + (what - bank::whole_kind) : kind_begins[what] + number;
}

auto digests_of(const Site& site, unsigned jobs) -> Digests {
    Digests digests;
    digests.everywhere = everywhere(site);
    std::vector<Target> things;
    for (const fields::KindEntry& kind : fields::kinds()) {
        digests.kind_begins.push_back(static_cast<std::uint32_t>(things.size()));
        for (std::uint32_t i = 0; i < site.bank.entities(kind.kind).size(); ++i) things.push_back({kind.kind, i, 0});
    }
    digests.all = parallel_map(things.size(), jobs, [&](std::size_t i, unsigned) {
        Digester digester(site);
        const std::uint64_t digest = digester.thing(things[i]);
        digester.out_.bytes.clear();
        digester.name(things[i]);
        return Looked{hash_of(digester.out_.bytes), digest};
    });
    digests.kinds_begin = static_cast<std::uint32_t>(digests.all.size());
    for (std::size_t kind = 0; kind < fields::kind_count; ++kind) {
        const std::size_t end = kind + 1 < fields::kind_count ? digests.kind_begins[kind + 1] : digests.kinds_begin;
        BinaryWriter all;
        for (std::size_t i = digests.kind_begins[kind]; i < end; ++i) all.put(digests.all[i]);
        digests.all.push_back({hash_of("kind " + std::to_string(kind)), hash_of(all.bytes)});
    }
    digests.lists_begin = static_cast<std::uint32_t>(digests.all.size());
    std::vector<const Members::value_type*> lists;
    for (const auto& one : site.all_members) lists.push_back(&one);
    BinaryWriter names;
    for (const Looked& list : parallel_map(
             lists.size(), jobs, [&](std::size_t i, unsigned) { return Digester(site).list(lists[i]->first, lists[i]->second); })) {
        digests.all.push_back(list);
        names.put(list.name);
    }
    digests.all.push_back({hash_of("lists"), hash_of(names.bytes)});
    return digests;
}

}  // namespace praxis::pages
