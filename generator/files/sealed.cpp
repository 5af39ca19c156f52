#include "files/sealed.h"

#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/digest.h"

namespace praxis::files {

auto read_sealed(const std::string& path, std::string_view head) -> std::string {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const auto size = file ? static_cast<std::size_t>(file.tellg()) : 0;
    std::uint64_t seal = 0;
    if (size < head.size() + sizeof seal) return {};
    std::string bytes(size, '\0');
    file.seekg(0);
    if (!file.read(bytes.data(), static_cast<std::streamsize>(size)) || !bytes.starts_with(head)) return {};
    std::memcpy(&seal, bytes.data() + size - sizeof seal, sizeof seal);
    bytes.resize(size - sizeof seal);
    if (seal != hash_of(bytes)) return {};
    bytes.erase(0, head.size());
    return bytes;
}

void write_sealed(const std::string& path, std::string_view head, std::string_view remembered) {
    const std::string bytes = std::string(head) + std::string(remembered);
    const std::uint64_t seal = hash_of(bytes);
    const std::string part = path + ".part";
    {
        std::ofstream file(part, std::ios::binary);
        file << bytes;
        file.write(reinterpret_cast<const char*>(&seal), sizeof seal);
        if (!file.flush()) return;
    }
    std::error_code error;
    std::filesystem::rename(part, path, error);
}

}  // namespace praxis::files
