#include "pages/forge.h"

#include <fmt/format.h>

#include "routes/routes.h"

namespace praxis::pages {

auto forge_address(const settings::Settings& settings, const std::string& path, bool is_there) -> std::string {
    const values::Value* repository = settings.fields.find("repository");
    if (repository == nullptr || repository->text_of("url").empty()) return {};
    std::string url(repository->text_of("url"));
    while (url.ends_with('/')) url.pop_back();
    const std::string_view given = repository->text_of("branch");
    const std::string branch = routes::encoded(given.empty() ? "main" : given);
    const std::string_view forge = repository->text_of("forge");
    const std::size_t slash = path.rfind('/');
    const std::string folder = routes::encoded(path.substr(0, slash)), name = routes::encoded(path.substr(slash + 1));
    if (forge == "gitlab")
        return is_there ? fmt::format("{}/-/edit/{}/{}/{}", url, branch, folder, name)
                        : fmt::format("{}/-/new/{}/{}?file_name={}", url, branch, folder, name);
    if (forge == "forgejo")
        return is_there ? fmt::format("{}/_edit/{}/{}/{}", url, branch, folder, name) : fmt::format("{}/_new/{}/{}", url, branch, folder);
    return is_there ? fmt::format("{}/edit/{}/{}/{}", url, branch, folder, name)
                    : fmt::format("{}/new/{}/{}?filename={}", url, branch, folder, name);
}

}  // namespace praxis::pages
