package xindang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;
import xindang.identity.Users;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.RunningServer;
import xindang.suite.Suite;

/** Years of holidays come in by files, and days and deadlines follow for everybody. */
class CalendarTest {

    /** A spring festival as it is announced: eight days off, a Sunday and a Saturday worked for it. */
    private static final String FESTIVAL = """
            {"year":2031,"papers":["a notice"],"days":[
            {"name":"元旦","date":"2030-12-31","isOffDay":true},
            {"name":"春节","date":"2031-01-19","isOffDay":false},
            {"name":"春节","date":"2031-01-22","isOffDay":true},
            {"name":"春节","date":"2031-01-23","isOffDay":true},
            {"name":"春节","date":"2031-01-24","isOffDay":true},
            {"name":"春节","date":"2031-01-25","isOffDay":true},
            {"name":"春节","date":"2031-01-26","isOffDay":true},
            {"name":"春节","date":"2031-01-27","isOffDay":true},
            {"name":"春节","date":"2031-01-28","isOffDay":true},
            {"name":"春节","date":"2031-02-08","isOffDay":false}]}""";

    private static RunningServer server;
    private static Client admin;
    private static Client sales;

    @BeforeAll
    static void start() throws Exception {
        server = Suite.untouchedButSetUp();
        admin = server.admin();
        String company = company("子公司");
        sales = Users.add(server, "reader", "sales", company);
    }

    private static String company(String name) {
        String root = admin.get("/identity/session").text("/node/id");
        return admin.post(
                        "/identity/nodes",
                        "{\"parent\":\"%s\",\"kind\":\"company\",\"name\":\"%s\"}".formatted(root, name))
                .text("/id");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static String body(String file, String text) {
        return JsonMapper.shared().writeValueAsString(Map.of("file", file, "text", text));
    }

    static Answer imported(Client client, String file, String text) {
        String version = client.get("/calendar/years").header("ETag");
        return client.send("POST", "/calendar/imports", body(file, text), Map.of("If-Match", version));
    }

    private static void festival() {
        Answer answer = imported(admin, "2031.json", FESTIVAL);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @AcceptanceTest
    @Requirement("QUA-06")
    void an_imported_year_holds_for_everybody_and_says_where_it_comes_from() {
        festival();
        Answer years = sales.get("/calendar/years");
        var year = years.json()
                .at("/items")
                .valueStream()
                .filter(one -> one.at("/year").asInt() == 2031)
                .findFirst()
                .orElseThrow();
        assertThat(year.at("/file").asString("")).isEqualTo("2031.json");
        assertThat(year.at("/papers/0").asString("")).isEqualTo("a notice");
        assertThat(year.at("/importedBy/name").asString("")).isEqualTo("管理员");
        assertThat(year.at("/importedAt").asString("")).isNotEmpty();
        assertThat(year.at("/daysOff").asInt()).isEqualTo(8);
        assertThat(year.at("/workedWeekends").asInt()).isEqualTo(2);
        assertThat(years.text("/mayImport")).isEqualTo("false");
        assertThat(admin.get("/calendar/years").text("/mayImport")).isEqualTo("true");
        Answer days = sales.get("/calendar/days?from=2030-12-31&to=2031-01-19");
        assertThat(days.json().at("/items")).hasSize(20);
        assertThat(days.json().at("/items/0").toString())
                .isEqualTo("{\"day\":\"2030-12-31\",\"worked\":false,\"name\":\"元旦\"}");
        assertThat(days.json().at("/items/1/worked").asBoolean()).isTrue();
        assertThat(days.json().at("/items/19/worked").asBoolean())
                .as("a Sunday worked")
                .isTrue();
        assertThat(days.json().at("/unannounced").toString()).isEqualTo("[2030]");
    }

    @AcceptanceTest
    @Requirement("QUA-06")
    void a_year_imported_again_takes_the_place_of_the_earlier_one_which_stays_recorded() {
        String first = "{\"year\":2040,\"days\":[{\"name\":\"元旦\",\"date\":\"2040-01-02\",\"isOffDay\":true}]}";
        String second = first.replace("2040-01-02", "2040-01-03");
        assertThat(imported(admin, "old.json", first).status()).isEqualTo(201);
        Answer looked = admin.post("/calendar/imports/check", body("new.json", second));
        assertThat(looked.text("/replaces")).isEqualTo("true");
        assertThat(looked.json().at("/changes").toString())
                .isEqualTo(
                        "[{\"day\":\"2040-01-02\",\"workedBefore\":false,\"workedAfter\":true,\"before\":\"元旦\",\"after\":null},"
                                + "{\"day\":\"2040-01-03\",\"workedBefore\":true,\"workedAfter\":false,\"before\":null,\"after\":\"元旦\"}]");
        assertThat(isWorked("2040-01-03")).as("a look changes nothing").isTrue();
        Answer again = imported(admin, "new.json", second);
        assertThat(again.text("/file")).isEqualTo("new.json");
        assertThat(again.text("/earlier/0/file")).isEqualTo("old.json");
        assertThat(again.text("/earlier/0/importedBy/name")).isEqualTo("管理员");
        assertThat(isWorked("2040-01-02")).isTrue();
        assertThat(isWorked("2040-01-03")).isFalse();
        Answer trail = admin.get("/audittrail/entries?action=calendar.import");
        assertThat(trail.text("/items/0/object/name")).isEqualTo("2040");
        assertThat(trail.text("/items/0/basis/file")).isEqualTo("new.json");
    }

    private static boolean isWorked(String day) {
        return sales.get("/calendar/days?from=" + day + "&to=" + day)
                .json()
                .at("/items/0/worked")
                .asBoolean();
    }

    @ParameterizedTest(name = "{0}")
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("QUA-06")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            situation           | wrong            | right             | code          | pointer         | keyword
            no JSON             | {"year"          | year              | not-json      |                 |
            no year             | "year":2031,     | "anno":2031,      | schema        |                 | required
            a year as a text    | :2031,           | :"2031",          | schema        | /year           | type
            no such day         | 2031-01-19       | 2031-02-30        | contradiction | /days/1/date    | no-such-day
            a day of elsewhere  | 2031-01-19       | 2032-01-19        | contradiction | /days/1/date    | outside-year
            a day twice         | 2031-01-19       | 2031-01-22        | contradiction | /days/2/date    | twice
            off as a text       | "isOffDay":false | "isOffDay":"no"   | schema        | /days/1/isOffDay | type""")
    void a_file_that_does_not_fit_is_refused_as_a_whole_with_place_and_kind(
            String situation, String wrong, String right, String code, String pointer, String keyword) {
        int before = server.part(WorkingCalendar.class).version();
        String text = FESTIVAL.replaceFirst(Pattern.quote(wrong), right);
        for (Answer answer : List.of(
                admin.post("/calendar/imports/check", body("bad.json", text)), imported(admin, "bad.json", text))) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("holidays-unfit");
            assertThat(answer.text("/reasons/0/facts/code")).isEqualTo(code);
            assertThat(answer.text("/reasons/0/facts/pointer")).isEqualTo(pointer == null ? "" : pointer);
            assertThat(answer.text("/reasons/0/facts/keyword")).isEqualTo(keyword == null ? "" : keyword);
        }
        assertThat(server.part(WorkingCalendar.class).version()).isEqualTo(before);
        assertThat(server.db().fetchCount(DSL.table("calendar_import"))).isEqualTo(before);
    }

    @AcceptanceTest
    @Requirement("QUA-06")
    void every_problem_of_a_file_is_told_and_so_is_what_another_year_says_otherwise() {
        Answer several = imported(
                admin, "bad.json", FESTIVAL.replace("2031-01-19", "2031-02-30").replace("2031-02-08", "2031-02-31"));
        assertThat(several.json().at("/reasons")).hasSize(2);
        festival();
        String year = "{\"year\":2030,\"days\":[{\"name\":\"元旦\",\"date\":\"2030-12-31\",\"isOffDay\":false}]}";
        Answer clash = imported(admin, "2030.json", year);
        assertThat(clash.code()).isEqualTo("holidays-unfit");
        assertThat(clash.text("/reasons/0/facts/keyword")).isEqualTo("other-year");
        assertThat(clash.text("/reasons/0/facts/limit")).isEqualTo("2031");
        assertThat(clash.text("/reasons/0/facts/pointer")).isEqualTo("/days/0/isOffDay");
    }

    @AcceptanceTest
    @Requirement("QUA-06")
    void only_who_holds_the_right_for_the_whole_house_imports() {
        Client managerOfOne = Users.add(server, "manager-of-one", "credit-manager", company("另一子公司"));
        Client managerOfAll = Users.add(server, "manager-of-all", "credit-manager");
        String text = "{\"year\":2050,\"days\":[{\"name\":\"元旦\",\"date\":\"2050-01-03\",\"isOffDay\":true}]}";
        for (Client refused : List.of(sales, managerOfOne)) {
            assertThat(imported(refused, "2050.json", text).code()).isEqualTo("right-missing");
            assertThat(refused.post("/calendar/imports/check", body("2050.json", text))
                            .code())
                    .isEqualTo("right-missing");
            assertThat(refused.get("/calendar/years").text("/mayImport")).isEqualTo("false");
        }
        assertThat(imported(managerOfAll, "2050.json", text).status()).isEqualTo(201);
        assertThat(server.client().get("/calendar/years").code()).isEqualTo("not-signed-in");
    }

    @AcceptanceTest
    void whoever_imports_upon_an_older_look_is_told() {
        festival();
        String stale = "\"" + (server.part(WorkingCalendar.class).version() - 1) + "\"";
        Answer answer = admin.send("POST", "/calendar/imports", body("2031.json", FESTIVAL), Map.of("If-Match", stale));
        assertThat(answer.code()).isEqualTo("stale");
        assertThat(admin.post("/calendar/imports", body("2031.json", FESTIVAL)).code())
                .isEqualTo("precondition-required");
    }

    @ParameterizedTest(name = "{0}")
    @Tag(TestTags.ACCEPTANCE)
    @Requirement("QUA-06")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            situation,                      since,      duration, counting,     shift,    last,       reminder,   provisional
            one month,                      2026-03-15, P1M,      calendarDays, none,     2026-04-15, 2026-04-15, true
            no such day in February,        2026-01-31, P1M,      calendarDays, none,     2026-02-28, 2026-02-27, true
            months in working days as well, 2026-03-15, P1M,      workingDays,  none,     2026-04-15, 2026-04-15, true
            ten days,                       2026-02-25, P10D,     calendarDays, none,     2026-03-07, 2026-03-06, true
            ten working days,               2026-03-02, P10D,     workingDays,  none,     2026-03-16, 2026-03-16, true
            two weeks,                      2026-03-02, P2W,      workingDays,  none,     2026-03-16, 2026-03-16, true
            a Saturday stays,               2025-12-31, P10D,     calendarDays, none,     2026-01-10, 2026-01-09, true
            moves on,                       2025-12-31, P10D,     calendarDays, forward,  2026-01-12, 2026-01-12, true
            moves back,                     2025-12-31, P10D,     calendarDays, backward, 2026-01-09, 2026-01-09, true
            over the festival,              2031-01-20, P3D,      workingDays,  none,     2031-01-30, 2031-01-30, false
            a Saturday is worked,           2031-02-02, P6D,      workingDays,  none,     2031-02-08, 2031-02-08, false
            within the festival,            2031-01-20, P5D,      calendarDays, forward,  2031-01-29, 2031-01-29, false
            begun before what is known,     2030-12-30, P1D,      workingDays,  none,     2031-01-01, 2031-01-01, true""")
    void deadlines_are_told_with_the_day_to_remind_and_whether_they_may_still_change(
            String situation,
            String since,
            String duration,
            String counting,
            String shift,
            String last,
            String reminder,
            boolean provisional) {
        festival();
        Answer answer = sales.get("/calendar/deadlines?since=%s&duration=%s&counting=%s&shift=%s"
                .formatted(since, duration, counting, shift));
        assertThat(answer.body())
                .isEqualTo("{\"last\":\"%s\",\"reminder\":\"%s\",\"provisional\":%s}"
                        .formatted(last, reminder, provisional));
    }

    @ParameterizedTest
    @Tag(TestTags.ACCEPTANCE)
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            question,                                               field,    code
            deadlines?since=2026-01-01&duration=ten,                duration, wrong-form
            deadlines?since=2026-01-01&duration=P9999D,             duration, wrong-form
            deadlines?since=1949-12-31&duration=P1D,                since,    outside-calendar
            deadlines?since=2201-01-01&duration=P1D,                since,    outside-calendar
            deadlines?since=2026-01-01&duration=P1D&counting=hours, counting, pattern
            deadlines?since=2026-01-01&duration=P1D&shift=up,       shift,    pattern
            deadlines?duration=P1D,                                 since,    not-null
            days?from=2026-01-01&to=2025-12-31,                     to,       before-beginning
            days?from=2026-01-01&to=2027-02-05,                     to,       too-many-days
            days?from=0001-01-01&to=2026-01-01,                     from,     outside-calendar""")
    void questions_that_cannot_be_answered_name_the_field(String question, String field, String code) {
        Answer answer = sales.get("/calendar/" + question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.text("/reasons/0/field")).isEqualTo(field);
        assertThat(answer.text("/reasons/0/facts/code")).isEqualTo(code);
    }

    @AcceptanceTest
    void four_hundred_days_are_answered_at_once() {
        var items =
                sales.get("/calendar/days?from=2026-01-01&to=2027-02-04").json().at("/items");
        assertThat(items.valueStream().map(item -> item.at("/day").asString("")))
                .containsExactlyElementsOf(IntStream.range(0, 400)
                        .mapToObj(i -> LocalDate.of(2026, 1, 1).plusDays(i).toString())
                        .toList());
    }

    @AcceptanceTest
    @Requirement("QUA-06")
    void what_is_imported_at_one_server_is_known_at_another() throws Exception {
        try (RunningServer beside = Suite.beside(server)) {
            Client there = beside.client().signedIn("reader", RunningServer.PASSWORD);
            String question = "/calendar/days?from=2060-01-05&to=2060-01-05";
            assertThat(there.get(question).json().at("/items/0/worked").asBoolean())
                    .isTrue();
            String year = "{\"year\":2060,\"days\":[{\"name\":\"元旦\",\"date\":\"2060-01-05\",\"isOffDay\":true}]}";
            assertThat(imported(admin, "2060.json", year).status()).isEqualTo(201);
            assertThat(there.get(question).json().at("/items/0/worked").asBoolean())
                    .isFalse();
        }
    }
}
