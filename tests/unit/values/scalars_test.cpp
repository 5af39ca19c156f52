#include "values/scalars.h"

#include "support/catch.h"

namespace praxis::values {

TEST_CASE("numbers are decimal and nothing else", "[unit]") {
    CHECK(parse_number("010") == 10.0);
    CHECK(parse_number("-41.5") == -41.5);
    for (const char* bad : {"", "1e5", "0x1F", "1,000", "1.", ".5", "1.2.3", "no", "--1", "1 000"}) {
        INFO(bad);
        CHECK(!parse_number(bad));
    }
}

TEST_CASE("an address of a person is told from one of an office", "[unit]") {
    for (const char* personal : {"ana.perez@leon.gob.mx", "someone@gmail.com", "j_dupont@ville.fr"}) CHECK(is_personal_email(personal));
    for (const char* office : {"info@leon.gob.mx", "educacion@leon.gob.mx", "info.educacion@leon.gob.mx", "educacion2@x.org"})
        CHECK(!is_personal_email(office));
}

TEST_CASE("web addresses need a scheme and a host, and hold nothing that could break out", "[unit]") {
    for (const char* good : {"https://x.org", "http://x.org/a?b=c#d"}) CHECK(has_form(fields::Type::url, good));
    for (const char* bad :
         {"x.org", "ftp://x.org", "https://", "https://x", "https://user@x.org", "https://x.org/a b", "https://x.org/\"", "javascript:x"}) {
        INFO(bad);
        CHECK(!has_form(fields::Type::url, bad));
    }
}

}  // namespace praxis::values
