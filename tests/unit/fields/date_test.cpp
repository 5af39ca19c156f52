#include "fields/date.h"

#include "support/catch.h"

namespace praxis::fields {

TEST_CASE("dates are read as EDTF level 1, and impossible days are none", "[unit]") {
    for (const char* good :
         {"2014", "2014-09", "2014-09-30", "2013~", "2007/2008", "../2015", "2015/..", "unknown", "2024-02-29", "1990/1999"}) {
        INFO(good);
        CHECK(parse_date(good));
    }
    for (const char* bad : {"", "14", "2014-13", "2014-00", "2014-09-31", "2023-02-29", "2014-9-1", "2014/2013", "../..",
                            "2014-09-30T10:00", "about 2014", "0000", "2014 "}) {
        INFO(bad);
        CHECK(!parse_date(bad));
    }
}

TEST_CASE("a date sorts by its earliest day, and the unknown last", "[unit]") {
    CHECK(sort_number(*parse_date("2014")) == 20140101);
    CHECK(sort_number(*parse_date("2014-09")) == 20140901);
    CHECK(sort_number(*parse_date("2007/2008")) == 20070101);
    CHECK(sort_number(*parse_date("../2015")) == 20150101);
    CHECK(sort_number(*parse_date("unknown")) == 0);
}

TEST_CASE("the latest day of a month knows leap years", "[unit]") {
    CHECK(latest(*parse_date("2024-02")) == Day{2024, 2, 29});
    CHECK(latest(*parse_date("1900-02")) == Day{1900, 2, 28});
    CHECK(latest(*parse_date("2014")) == Day{2014, 12, 31});
    CHECK(!latest(*parse_date("2014/..")));
}

}  // namespace praxis::fields
