// Numbers and dates as a language writes them. The data come from the locale file, and from CLDR
// where that is silent; filling in is ours, so that no shared ICU formatter is touched by threads.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::language {

struct NumberFormat {
    std::string decimal = ".", group = ",", minus = "-";
    int group_from = 4;  // digits of the whole part from which groups are set
    std::array<std::string, 10> digits{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
};
// What CLDR says of a language.
auto number_format_of(std::string_view language) -> NumberFormat;
// Whole numbers without, others with up to three decimals, trailing zeros dropped.
auto format_number(double number, const NumberFormat& format) -> std::string;
// Digits without groups: years, ordinals.
auto format_digits(std::int64_t number, const NumberFormat& format) -> std::string;
// What a language calls the currency of an amount (CLDR): `euro` in English for 1, `euros` for 500. The code itself, of ISO 4217,
// where CLDR has no name.
auto currency_words(double amount, std::string_view code, std::string_view language) -> std::string;
// Roman numerals, for 1 to 3999; Arabic digits beyond.
auto roman(int number) -> std::string;

struct DateFormat {
    std::string day = "d MMMM y", month = "MMMM y", year = "y";  // patterns of d, MMMM, y and quoted text (UTS #35)
    std::string first_day;                                       // how the first of a month is written, if not `1`
    std::array<std::string, 12> months{};
};
auto date_format_of(std::string_view language) -> DateFormat;
// `month` and `day` are 0 where the date is no finer.
auto format_date(int year, int month, int day, const DateFormat& dates, const NumberFormat& numbers) -> std::string;

}  // namespace praxis::language
