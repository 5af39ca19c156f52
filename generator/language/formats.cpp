#include "language/formats.h"

#include <fmt/format.h>
#include <unicode/dcfmtsym.h>
#include <unicode/decimfmt.h>
#include <unicode/dtfmtsym.h>
#include <unicode/dtptngen.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "base/check.h"
#include "language/icu_text.h"

namespace praxis::language {
namespace {

void append_digits(std::string& out, std::string_view digits, const NumberFormat& format) {
    for (const char digit : digits) out += format.digits[static_cast<std::size_t>(digit - '0')];
}

auto is_letter(char c) -> bool {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

auto number_format_of(std::string_view language) -> NumberFormat {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = locale_of(language);
    const icu::DecimalFormatSymbols symbols(locale, status);
    const std::unique_ptr<icu::NumberFormat> numbers(icu::NumberFormat::createInstance(locale, status));
    CHECK(U_SUCCESS(status));
    NumberFormat format;
    format.decimal = to_utf8(symbols.getSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol));
    format.group = to_utf8(symbols.getSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol));
    format.minus = to_utf8(symbols.getSymbol(icu::DecimalFormatSymbols::kMinusSignSymbol));
    for (int i = 0; i < 10; ++i) format.digits[static_cast<std::size_t>(i)] = to_utf8(symbols.getConstDigitSymbol(i));
    const auto* decimal = dynamic_cast<const icu::DecimalFormat*>(numbers.get());
    if (decimal != nullptr && decimal->getMinimumGroupingDigits() > 1) format.group_from = 3 + decimal->getMinimumGroupingDigits();
    return format;
}

auto format_number(double number, const NumberFormat& format) -> std::string {
    const bool is_whole = std::abs(number) < 1e15 && number == std::trunc(number);  // nearly all are
    const std::string digits =
        is_whole ? std::to_string(std::abs(static_cast<std::int64_t>(number))) + ".0" : fmt::format("{:.3f}", std::abs(number));
    const std::size_t point = digits.find('.');
    std::string fraction = digits.substr(point + 1);
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    const std::string whole = digits.substr(0, point);
    std::string out = number < 0 ? format.minus : std::string();
    const bool grouped = static_cast<int>(whole.size()) >= format.group_from && whole.size() > 3;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (grouped && i > 0 && (whole.size() - i) % 3 == 0) out += format.group;
        append_digits(out, whole.substr(i, 1), format);
    }
    if (!fraction.empty()) {
        out += format.decimal;
        append_digits(out, fraction, format);
    }
    return out;
}

auto currency_words(double amount, std::string_view code, std::string_view language) -> std::string {
    UErrorCode status = U_ZERO_ERROR;
    const icu::CurrencyUnit unit(icu::StringPiece(code.data(), static_cast<std::int32_t>(code.size())), status);
    const icu::number::FormattedNumber formatted = icu::number::NumberFormatter::withLocale(locale_of(language))
                                                       .unit(unit)
                                                       .unitWidth(UNUM_UNIT_WIDTH_FULL_NAME)
                                                       .precision(icu::number::Precision::maxFraction(2))
                                                       .formatDouble(amount, status);
    icu::UnicodeString words = formatted.toString(status);
    icu::ConstrainedFieldPosition field;
    field.constrainCategory(UFIELD_CATEGORY_NUMBER);
    std::int32_t begin = words.length(), end = 0;
    while (formatted.nextPosition(field, status) && U_SUCCESS(status)) {
        if (field.getField() == UNUM_CURRENCY_FIELD) continue;
        begin = std::min(begin, field.getStart());
        end = std::max(end, field.getLimit());
    }
    if (U_FAILURE(status) || begin > end) return std::string(code);
    words.remove(begin, end - begin);
    const auto is_space = [&](std::int32_t at) { return u_isspace(words[at]) || words[at] == 0x202F; };
    while (!words.isEmpty() && is_space(0)) words.remove(0, 1);
    while (!words.isEmpty() && is_space(words.length() - 1)) words.truncate(words.length() - 1);
    return to_utf8(words);
}

auto format_digits(std::int64_t number, const NumberFormat& format) -> std::string {
    std::string out = number < 0 ? format.minus : std::string();
    append_digits(out, fmt::format("{}", number < 0 ? -number : number), format);
    return out;
}

auto roman(int number) -> std::string {
    if (number < 1 || number > 3999) return fmt::format("{}", number);
    static constexpr std::array<std::pair<int, std::string_view>, 13> steps{{{1000, "M"},
                                                                             {900, "CM"},
                                                                             {500, "D"},
                                                                             {400, "CD"},
                                                                             {100, "C"},
                                                                             {90, "XC"},
                                                                             {50, "L"},
                                                                             {40, "XL"},
                                                                             {10, "X"},
                                                                             {9, "IX"},
                                                                             {5, "V"},
                                                                             {4, "IV"},
                                                                             {1, "I"}}};
    std::string out;
    for (const auto& [value, letters] : steps) {
        for (; number >= value; number -= value) out += letters;
    }
    return out;
}

auto date_format_of(std::string_view language) -> DateFormat {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = locale_of(language);
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns(icu::DateTimePatternGenerator::createInstance(locale, status));
    const icu::DateFormatSymbols symbols(locale, status);
    CHECK(U_SUCCESS(status));
    DateFormat format;
    format.day = to_utf8(patterns->getBestPattern("yMMMMd", status));
    format.month = to_utf8(patterns->getBestPattern("yMMMM", status));
    format.year = to_utf8(patterns->getBestPattern("y", status));
    int count = 0;
    const icu::UnicodeString* months = symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    for (int i = 0; i < 12 && i < count; ++i) format.months[static_cast<std::size_t>(i)] = to_utf8(months[i]);
    return format;
}

auto format_date(int year, int month, int day, const DateFormat& dates, const NumberFormat& numbers) -> std::string {
    const std::string_view pattern = day > 0 ? dates.day : month > 0 ? dates.month : dates.year;
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        const char c = pattern[at];
        if (c == '\'') {
            const std::size_t close = std::min(pattern.find('\'', at + 1), pattern.size());
            out += close == at + 1 ? std::string_view("'") : pattern.substr(at + 1, close - at - 1);
            at = close + 1;
        } else if (is_letter(c)) {
            std::size_t end = at;
            while (end < pattern.size() && pattern[end] == c) ++end;
            if (c == 'y')
                out += format_digits(year, numbers);
            else if (c == 'M' || c == 'L')
                out += end - at >= 3 ? dates.months[static_cast<std::size_t>(month - 1)] : format_digits(month, numbers);
            else if (c == 'd')
                out += day == 1 && !dates.first_day.empty() ? dates.first_day : format_digits(day, numbers);
            at = end;
        } else {
            out += c;
            ++at;
        }
    }
    return out;
}

}  // namespace praxis::language
