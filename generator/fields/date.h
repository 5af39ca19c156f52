// Dates as the bank writes them: EDTF level 1 (ISO 8601-2, https://www.loc.gov/standards/datetime/),
// the part of it that DESIGN section 5 names. A value: no clock, no time zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::fields {

struct Day {
    std::int16_t year = 0;
    std::uint8_t month = 0, day = 0;  // 0 where the date is no finer
    friend auto operator<=>(const Day&, const Day&) = default;
};

struct Date {
    enum class Kind : std::uint8_t { unknown, single, between, by, since } kind = Kind::unknown;
    bool about = false;
    Day first, last;  // `by` has only last, `since` only first
};

// Nothing when the text is no such date, or names a day that does not exist.
auto parse_date(std::string_view text) -> std::optional<Date>;

// The earliest and the latest day a date may mean; unknown bounds are nothing.
auto earliest(const Date& date) -> std::optional<Day>;
auto latest(const Date& date) -> std::optional<Day>;

// A number that sorts by earliest day; unknown dates get 0.
auto sort_number(const Date& date) -> std::int32_t;

// YYYY-MM-DD, YYYY-MM or YYYY.
auto to_string(Day day) -> std::string;

}  // namespace praxis::fields
