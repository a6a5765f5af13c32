package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;
import xindang.gates.BrowserTest;

/** What people do at the screens, in a small demonstration. */
@ExtendWith({Browser.Supply.class, WalkedServer.Supply.class})
class WorkBrowserTest {

    private static final Browser.Look DESK = Screen.DESK;
    private static final Browser.Look PHONE = new Browser.Look("zh", ColorScheme.DARK, 390);

    private static final String LEDGER = """
            客户编码,客户名称,发票号,开票日期,到期日,金额(元)
            W001,成都走查演示建材有限公司,W-001,2026-01-05,2026-02-05,12000.00
            W001,成都走查演示建材有限公司,W-002,2026-01-06,2026-02-06,about 500
            """;

    @TempDir
    private Path folder;

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void choose(Page page, String menu, String entry) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(menu)))
                .click();
        page.locator("[role=menu] button")
                .filter(new Locator.FilterOptions().setHasText(entry))
                .first()
                .click();
    }

    @BrowserTest
    void a_book_keeper_brings_the_good_rows_of_a_ledger_in_finds_them_and_takes_them_back(
            Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, DESK, "/admin/imports/new", WalkedServer.FINANCE)) {
            Page page = window.page();
            button(page, "文件已备好").click();
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("走查.csv", "text/csv", LEDGER.getBytes(StandardCharsets.UTF_8)));
            button(page, "上传").click();
            button(page, "检查数据").click();
            page.locator(".box.error").waitFor();
            Screen.settle(page);
            Screen.mustBeGood(window, "import-check", DESK);
            button(page, "导入 1 行").click();
            button(page, "撤销导入").waitFor();
            Screen.settle(page);
            Screen.mustBeGood(window, "import-result", DESK);
            String place = page.url();
            page.navigate(server.at("/customerfile?q=走查"));
            page.getByText("成都走查演示建材有限公司").first().waitFor();
            page.navigate(place);
            button(page, "撤销导入").click();
            page.getByRole(AriaRole.DIALOG).getByText("移除 1 个新客户和 1 条新明细").waitFor();
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("撤销导入"))
                    .click();
            page.getByText("已撤销").first().waitFor();
            page.navigate(server.at("/customerfile?q=走查"));
            page.getByText("没有符合条件的记录").waitFor();
        }
    }

    @BrowserTest
    void a_filter_saved_as_a_view_is_there_the_next_time(Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, DESK, "/customerfile?warning=severe", WalkedServer.MANAGER)) {
            Page page = window.page();
            int severe = page.locator("tbody tr").count();
            choose(page, "^视图", "保存为视图");
            page.locator("#view-name").fill("走查的客户");
            page.locator("#view-name").press("Enter");
            page.getByText("已保存视图 走查的客户").waitFor();
            page.navigate(server.at("/customerfile"));
            Screen.settle(page);
            choose(page, "^视图", "走查的客户");
            page.waitForURL("**/customerfile?warning=severe");
            Screen.settle(page);
            assertThat(page.locator("tbody tr").count()).isEqualTo(severe).isBetween(1, 5);
            Screen.mustBeGood(window, "view", DESK);
        }
    }

    @BrowserTest
    void a_list_is_downloaded_as_a_table_with_its_day_in_the_name(Browser browser, WalkedServer server)
            throws Exception {
        try (BrowserWindow window = server.open(browser, DESK, "/customerfile", WalkedServer.MANAGER)) {
            Page page = window.page();
            Download file = page.waitForDownload(() -> choose(page, "^导出", "xlsx"));
            Path saved = folder.resolve("list.xlsx");
            file.saveAs(saved);
            assertThat(file.suggestedFilename()).matches("customers-\\d{4}-\\d\\d-\\d\\d\\.xlsx");
            assertThat(Files.readAllBytes(saved)).startsWith('P', 'K').hasSizeGreaterThan(4_000);
        }
    }

    @BrowserTest
    void an_amount_of_the_ageing_opens_its_documents_by_keyboard(Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, DESK, "/receivable/ageing", WalkedServer.FINANCE)) {
            Page page = window.page();
            page.getByText("差异 0.00").waitFor();
            walkTo(page, "Tab", "tr.line");
            walkTo(page, "ArrowRight", "tr.line td button");
            page.keyboard().press("Enter");
            page.getByRole(AriaRole.DIALOG).locator("tbody tr").first().waitFor();
            page.getByRole(AriaRole.DIALOG).getByText("与明细一致").waitFor();
            Screen.settle(page);
            assertThat(window.violations()).isEmpty();
            page.keyboard().press("Escape");
            page.getByRole(AriaRole.DIALOG)
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
            assertThat(window.errors()).isEmpty();
        }
    }

    /** Presses a key until the focus is there, as somebody without a mouse does. */
    private static void walkTo(Page page, String key, String place) {
        for (int presses = 0; presses < 60; presses++) {
            page.keyboard().press(key);
            if (Boolean.TRUE.equals(page.evaluate("place => document.activeElement.matches(place)", place))) {
                return;
            }
        }
        throw new AssertionError(key + " never led to " + place);
    }

    @BrowserTest
    void sales_sees_its_own_customers_on_the_telephone_and_is_told_what_it_may_not(
            Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, PHONE, "/customerfile", WalkedServer.SALES)) {
            Page page = window.page();
            page.getByText("共 13 条").first().waitFor();
            Screen.mustBeGood(window, "sales-customers", PHONE);
            page.navigate(server.at("/admin/imports"));
            page.getByText("没有查看这一页的权限").waitFor();
            page.getByText("查看导入").waitFor();
            Screen.mustBeGood(window, "no-right", PHONE);
        }
    }

    @BrowserTest
    void who_changes_what_another_has_changed_meanwhile_chooses_which_stays(Browser browser, WalkedServer server) {
        try (BrowserWindow mine = server.open(browser, DESK, "/customerfile", WalkedServer.SPECIALIST);
                BrowserWindow other = server.open(browser, DESK, "/customerfile", WalkedServer.MANAGER)) {
            mine.page().locator("tbody a").first().click();
            mine.page().waitForURL("**/customerfile/*-*");
            String file = mine.page().url();
            mine.page().navigate(file + "/basic");
            other.page().navigate(file + "/basic");
            button(mine.page(), "修改资料").click();
            button(other.page(), "修改资料").click();
            change(other.page(), "走查路 1 号");
            other.page().getByText("已保存").first().waitFor();
            change(mine.page(), "走查路 2 号");
            button(mine.page(), "保留我的").waitFor();
            assertThat(mine.page().getByRole(AriaRole.DIALOG).textContent()).contains("走查路 1 号", "走查路 2 号");
            button(mine.page(), "保留我的").click();
            mine.page().getByText("已保存").first().waitFor();
            mine.page().reload();
            mine.page().getByText("走查路 2 号").waitFor();
        }
    }

    private static void change(Page page, String address) {
        page.getByRole(AriaRole.DIALOG).getByLabel("地址").fill(address);
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存资料"))
                .click();
    }

    @BrowserTest
    void a_session_that_ends_in_the_middle_leads_back_to_the_same_place(Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.openAnew(browser, DESK, "/customerfile", WalkedServer.MANAGER)) {
            Page page = window.page();
            page.context().clearCookies();
            page.locator("nav.menu a[href='/receivable/ageing']").click();
            page.waitForURL("**/sign-in?next=/receivable/ageing**");
            page.locator("#login").fill(WalkedServer.MANAGER);
            page.locator("#password").fill(server.password(WalkedServer.MANAGER));
            page.locator("button[type=submit]").click();
            page.waitForURL("**/receivable/ageing");
        }
    }
}
