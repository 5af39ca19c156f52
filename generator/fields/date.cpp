#include "fields/date.h"

#include <fmt/format.h>

#include <array>

namespace praxis::fields {
namespace {

auto days_in(int year, int month) -> int {
    static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

auto digits(std::string_view text) -> std::optional<int> {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return text.empty() ? std::nullopt : std::optional(value);
}

auto parse_day(std::string_view text) -> std::optional<Day> {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    if ((text.size() > 4 && text[4] != '-') || (text.size() > 7 && text[7] != '-')) return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = text.size() > 4 ? digits(text.substr(5, 2)) : std::optional(0);
    const auto day = text.size() > 7 ? digits(text.substr(8, 2)) : std::optional(0);
    if (!year || !month || !day || *year == 0) return std::nullopt;
    if (text.size() > 4 && (*month < 1 || *month > 12)) return std::nullopt;
    if (text.size() > 7 && (*day < 1 || *day > days_in(*year, *month))) return std::nullopt;
    return Day{static_cast<std::int16_t>(*year), static_cast<std::uint8_t>(*month), static_cast<std::uint8_t>(*day)};
}

auto start_of(Day day) -> Day {
    if (day.month == 0) day.month = 1;
    if (day.day == 0) day.day = 1;
    return day;
}

auto end_of(Day day) -> Day {
    if (day.month == 0) day.month = 12;
    if (day.day == 0) day.day = static_cast<std::uint8_t>(days_in(day.year, day.month));
    return day;
}

}  // namespace

auto parse_date(std::string_view text) -> std::optional<Date> {
    if (text == "unknown") return Date{};
    const bool about = text.ends_with('~');
    if (about) text.remove_suffix(1);
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        const auto day = parse_day(text);
        return day ? std::optional(Date{Date::Kind::single, about, *day, *day}) : std::nullopt;
    }
    const std::string_view left = text.substr(0, slash), right = text.substr(slash + 1);
    const auto first = parse_day(left), last = parse_day(right);
    if (left == ".." && last) return Date{Date::Kind::by, about, {}, *last};
    if (right == ".." && first) return Date{Date::Kind::since, about, *first, {}};
    if (!first || !last || end_of(*last) < start_of(*first)) return std::nullopt;
    return Date{Date::Kind::between, about, *first, *last};
}

auto earliest(const Date& date) -> std::optional<Day> {
    if (date.kind == Date::Kind::unknown) return std::nullopt;
    return start_of(date.kind == Date::Kind::by ? date.last : date.first);
}

auto latest(const Date& date) -> std::optional<Day> {
    if (date.kind == Date::Kind::unknown || date.kind == Date::Kind::since) return std::nullopt;
    return end_of(date.last);
}

auto sort_number(const Date& date) -> std::int32_t {
    const auto day = earliest(date);
    return day ? day->year * 10000 + day->month * 100 + day->day : 0;
}

auto to_string(Day day) -> std::string {
    if (day.month == 0) return fmt::format("{:04}", day.year);
    if (day.day == 0) return fmt::format("{:04}-{:02}", day.year, day.month);
    return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

}  // namespace praxis::fields
