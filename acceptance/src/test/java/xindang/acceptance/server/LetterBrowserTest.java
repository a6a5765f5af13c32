package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.ExtendWith;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;
import xindang.gates.BrowserTest;
import xindang.gates.Requirement;

/** How a letter is written by a template of one's own, and how whoever gets it asks whether it is ours. */
@ExtendWith({Browser.Supply.class, WalkedServer.Supply.class})
class LetterBrowserTest {

    private static final Browser.Look PHONE = new Browser.Look("zh", ColorScheme.DARK, 390);

    @BrowserTest
    @Requirement("DOC-20")
    void a_letter_is_written_by_a_template_and_verified(Browser browser, WalkedServer server) throws Exception {
        try (BrowserWindow window = server.open(browser, Screen.DESK, "/settings/letters", WalkedServer.MANAGER)) {
            Page page = window.page();
            button(page, "新建模板").click();
            page.locator("#template-name").fill("走查通知函");
            page.locator("#template-code").fill("walked-notice");
            page.locator("textarea").fill("<h1>通知</h1><p>贵公司：现将有关事项函告如下。</p>");
            Screen.mustBeGood(window, "letter-template", Screen.DESK);
            button(page, "保存").click();
            page.getByText("模板已保存").waitFor();
        }
        String code;
        try (BrowserWindow window = server.open(browser, Screen.DESK, "/customerfile", WalkedServer.SPECIALIST)) {
            Page page = window.page();
            String customer = page.locator("a[href^='/customerfile/']").first().getAttribute("href");
            page.navigate(server.at(customer.replaceAll("\\?.*", "") + "/documents"));
            Screen.settle(page);
            page.getByLabel("函件模板").selectOption("走查通知函");
            button(page, "制作函件").click();
            page.getByText("有效").first().waitFor();
            Screen.mustBeGood(window, "customer-letters", Screen.DESK);
            code = String.valueOf(page.evaluate("() => fetch('/api/v1/document/letters')"
                    + ".then((answer) => answer.json()).then((page) => page.items[0].code)"));
        }
        try (BrowserWindow window = server.openUnknown(browser, PHONE, "/verify?c=" + code)) {
            Page page = window.page();
            page.getByText("现行有效").waitFor();
            Screen.mustBeGood(window, "verify", PHONE);
            page.locator("#verify-code").fill("0000000000000000");
            button(page, "验证").click();
            page.getByText("没有这封函件").waitFor();
        }
        assertThat(code).hasSize(16);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
