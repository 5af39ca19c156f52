#include "support/packed.h"

#include <sstream>

namespace praxis::tests {
namespace {

void put(std::string& out, std::uint64_t number, int size) {
    for (int i = 0; i < size; ++i) out += static_cast<char>(number >> (8 * i) & 0xFFU);
}

auto crc_of(const std::string& bytes) -> std::uint32_t {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? 0xEDB88320U ^ (crc >> 1U) : crc >> 1U;
    }
    return ~crc;
}

// What the head of a file and its line in the index share.
auto shared(const Entry& entry) -> std::string {
    std::string out;
    const auto size = static_cast<std::uint32_t>(entry.bytes.size());
    put(out, 20, 2);
    put(out, 0x800U | (entry.is_locked ? 1U : 0U), 2);
    put(out, 0, 2);
    put(out, 0x210000, 4);
    put(out, crc_of(entry.bytes), 4);
    put(out, size, 4);
    put(out, entry.told_size > 0 ? entry.told_size : size, 4);
    put(out, static_cast<std::uint32_t>(entry.name.size()), 2);
    put(out, 0, 2);
    return out;
}

auto from_hex(const std::string& text) -> std::string {
    std::string bytes;
    std::istringstream words(text);
    for (std::string word; words >> word;) bytes += static_cast<char>(std::stoi(word, nullptr, 16));
    return bytes;
}

}  // namespace

auto packed(const std::vector<Entry>& entries) -> std::string {
    std::string out, index;
    for (const Entry& entry : entries) {
        const auto at = static_cast<std::uint32_t>(out.size());
        out += "PK\x03\x04" + shared(entry) + entry.name + entry.bytes;
        index += "PK\x01\x02";
        put(index, 0x0314, 2);  // made on a system with links
        index += shared(entry);
        put(index, 0, 6);
        put(index, (entry.is_link ? 0120777U : 0100644U) << 16U, 4);
        put(index, at, 4);
        index += entry.name;
    }
    std::string end = "PK\x05\x06";
    put(end, 0, 4);
    put(end, static_cast<std::uint32_t>(entries.size()), 2);
    put(end, static_cast<std::uint32_t>(entries.size()), 2);
    put(end, static_cast<std::uint32_t>(index.size()), 4);
    put(end, static_cast<std::uint32_t>(out.size()), 4);
    put(end, 0, 2);
    return out + index + end;
}

auto entries_in(const std::string& text) -> std::vector<Entry> {
    std::vector<Entry> entries;
    std::istringstream lines(text);
    bool is_hex = false;
    const auto close = [&] {
        if (is_hex) entries.back().bytes = from_hex(entries.back().bytes);
        is_hex = false;
    };
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("@ ")) {
            if (!entries.empty()) entries.back().bytes += line + "\n";
            continue;
        }
        close();
        std::istringstream words(line.substr(2));
        Entry entry;
        words >> entry.name;
        for (std::string flag; words >> flag;) {
            entry.is_link = entry.is_link || flag == "link";
            entry.is_locked = entry.is_locked || flag == "locked";
            if (flag == "longer") entry.told_size = 1000;
            if (flag == "huge") entry.told_size = 0x7FFFFFFF;
            is_hex = is_hex || flag == "hex";
        }
        entries.push_back(std::move(entry));
    }
    close();
    return entries;
}

}  // namespace praxis::tests
