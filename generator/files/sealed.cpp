#include "files/sealed.h"

#include <filesystem>
#include <fstream>

#include "base/digest.h"

namespace praxis::files {

auto read_sealed(const std::string& path, std::string_view head) -> std::string {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const auto size = file ? static_cast<std::size_t>(file.tellg()) : 0;
    std::uint64_t seal = 0;
    if (size < head.size() + sizeof seal) return {};
    file.seekg(0);
    std::string found(head.size(), '\0'), bytes(size - head.size() - sizeof seal, '\0');
    for (std::string* part : {&found, &bytes}) file.read(part->data(), static_cast<std::streamsize>(part->size()));
    file.read(reinterpret_cast<char*>(&seal), sizeof seal);
    return file && found == head && seal == hash_of(bytes) ? bytes : std::string();
}

void write_sealed(const std::string& path, std::string_view head, std::string_view remembered) {
    const std::uint64_t seal = hash_of(remembered);
    const std::string part = path + ".part";
    {
        std::ofstream file(part, std::ios::binary);
        file << head << remembered;
        file.write(reinterpret_cast<const char*>(&seal), sizeof seal);
        if (!file.flush()) return;
    }
    std::error_code error;
    std::filesystem::rename(part, path, error);
}

}  // namespace praxis::files
