package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;
import xindang.gates.BrowserTest;
import xindang.gates.Requirement;
import xindang.gates.TestTags;

/** The calendar as people see it, and how a year comes in. */
@ExtendWith({Browser.Supply.class, WalkedServer.Supply.class})
class CalendarBrowserTest {

    private static final String PAGE = "/settings/calendar";

    /** 2032 begins on a Thursday. */
    private static final String YEAR = """
            {"year":2032,"papers":["走查通知"],"days":[
            {"name":"元旦","date":"2032-01-01","isOffDay":true},
            {"name":"元旦","date":"2032-01-02","isOffDay":true},
            {"name":"元旦","date":"2032-01-04","isOffDay":false}]}""";

    static Stream<Browser.Look> looks() {
        return Browser.Look.all();
    }

    private static void choose(Page page, String text) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("2032.json", "application/json", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @BrowserTest
    @Requirement("QUA-06")
    void a_year_comes_in_by_a_file_after_its_problems_were_told_and_its_changes_shown(
            Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, Screen.DESK, PAGE)) {
            Page page = window.page();
            press(page, "导入节假日");
            choose(page, YEAR.replace("2032-01-04", "2032-02-30"));
            page.getByText("第 3 个日期（/days/2/date）：没有 2032-02-30 这一天。").waitFor();
            window.forgetErrors();
            Screen.settle(page);
            Screen.mustBeGood(window, "calendar-problems", Screen.DESK);
            choose(page, YEAR);
            page.getByText("将导入 2032 年。").waitFor();
            Screen.settle(page);
            Screen.mustBeGood(window, "calendar-preview", Screen.DESK);
            press(page, "导入 2032 年");
            page.getByText("来自文件 2032.json").waitFor();
            Screen.settle(page);
            assertThat(page.url()).endsWith(PAGE + "?year=2032");
            assertThat(page.locator("td.extra").first().textContent()).contains("班", "调休上班", "元旦");
            Screen.mustBeGood(window, "calendar-imported", Screen.DESK);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    @Tag(TestTags.BROWSER)
    @Tag(TestTags.SLOW)
    void it_is_good_in_all_looks_with_an_answered_deadline(Browser.Look look, Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, look, PAGE + "?year=2026", WalkedServer.SALES)) {
            Page page = window.page();
            page.locator("#deadline-since").fill("2026-09-28");
            page.locator("form select").nth(0).selectOption("D");
            page.locator("form select").nth(1).selectOption("workingDays");
            page.locator("#deadline-count").fill("3");
            page.locator("#deadline-count").press("Enter");
            page.getByText("2026-10-08").first().waitFor();
            Screen.settle(page);
            Screen.mustBeGood(window, "calendar-deadline", look);
        }
    }
}
