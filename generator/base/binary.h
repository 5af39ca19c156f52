// Values as bytes and back, for files that only this program reads on this machine. A reader never
// leaves its bytes: what is damaged makes it `bad`, and every value after that is empty.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace praxis {

class BinaryWriter {
public:
    std::string bytes;

    template <class T>
    requires std::is_trivially_copyable_v<T>
    void put(const T& value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); }
    // Seven bits a byte, the lowest first (LEB128): most numbers are small.
    void put_number(std::uint64_t number) {
        for (; number >= 0x80; number >>= 7U) bytes += static_cast<char>(number | 0x80U);
        bytes += static_cast<char>(number);
    }
    void put_text(std::string_view text) {
        put_number(text.size());
        bytes += text;
    }
    template <class List, class Put>
    void put_list(const List& list, Put&& each) {
        put_number(list.size());
        for (const auto& one : list) each(one);
    }
};

class BinaryReader {
public:
    explicit BinaryReader(std::string_view bytes) : left_(bytes) {}

    auto is_bad() const -> bool { return bad_; }
    auto is_at_end() const -> bool { return left_.empty() && !bad_; }

    template <class T>
    requires std::is_trivially_copyable_v<T>
    auto get() -> T {
        T value{};
        const std::string_view from = take(sizeof value);
        if (!from.empty()) std::memcpy(&value, from.data(), sizeof value);
        return value;
    }
    auto get_number() -> std::uint64_t {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const auto byte = get<unsigned char>();
            number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) return number;
        }
        bad_ = true;
        return 0;
    }
    auto get_small() -> std::uint32_t { return static_cast<std::uint32_t>(get_number()); }
    auto get_text() -> std::string_view { return take(get_number()); }
    auto get_bytes(std::uint64_t size) -> std::string_view { return take(size); }
    auto left() const -> std::string_view { return left_; }
    // Calls `each` for every element that was written; sizes that cannot be are damage.
    template <class List, class Get>
    void get_list(List& list, Get&& each) {
        const std::uint64_t size = get_number();
        if (size > left_.size()) bad_ = true;
        if (bad_) return;
        list.reserve(size);
        for (std::uint64_t i = 0; i < size && !bad_; ++i) list.push_back(each());
    }

private:
    auto take(std::uint64_t size) -> std::string_view {
        if (bad_ || size > left_.size()) {
            bad_ = true;
            return {};
        }
        const std::string_view taken = left_.substr(0, static_cast<std::size_t>(size));
        left_.remove_prefix(taken.size());
        return taken;
    }
    std::string_view left_;
    bool bad_ = false;
};

}  // namespace praxis
