package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ExtendWith;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;
import xindang.gates.BrowserTest;

/** Finding a customer, asking why it was decided so, and mending what was typed wrong. */
@ExtendWith({Browser.Supply.class, WalkedServer.Supply.class})
class WhyBrowserTest {

    private static final Browser.Look EVENING = new Browser.Look("zh", ColorScheme.DARK, 1440);

    private static final String LEDGER = """
            客户编码,客户名称,发票号,开票日期,到期日,金额(元)
            W101,成都更正演示建材有限公司,W-101,2026-01-05,2026-02-05,12000.00
            W101,成都更正演示建材有限公司,W-102,2026-01-06,2026-02-06,about 500
            """;

    @BrowserTest
    void a_manager_finds_a_customer_by_its_name_and_asks_why_it_has_its_grade(Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, EVENING, "/customerfile", WalkedServer.MANAGER)) {
            Page page = window.page();
            String name = page.locator("tbody a").first().textContent().strip();
            page.keyboard().press("Control+k");
            page.locator("input[role=combobox][aria-controls=hits]").fill(name.substring(0, 4));
            page.locator("#hits [role=option]")
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .first()
                    .click();
            page.waitForURL("**/customerfile/*-*");
            page.getByText("查看依据").first().click();
            Locator drawer = page.getByRole(AriaRole.DIALOG);
            drawer.getByText("重算结果一致").waitFor();
            Screen.settle(page);
            assertThat(drawer.textContent()).contains("为什么是这个结果", "SHA-256", "R0");
            Screen.mustBeGood(window, "why", EVENING);
        }
    }

    @BrowserTest
    void a_faulty_row_is_mended_where_it_stands_and_counts_as_good(Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, Screen.DESK, "/admin/imports/new", WalkedServer.FINANCE)) {
            Page page = window.page();
            press(page, "文件已备好");
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("更正.csv", "text/csv", LEDGER.getBytes(StandardCharsets.UTF_8)));
            press(page, "上传");
            press(page, "检查数据");
            Locator wrong = page.locator("tbody input[aria-invalid=true]").first();
            wrong.fill("500.00");
            wrong.press("Enter");
            press(page, "导入 2 行");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("撤销导入"))
                    .waitFor();
            assertThat(window.errors()).isEmpty();
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
