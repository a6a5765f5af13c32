package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.ExtendWith;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;
import xindang.gates.BrowserTest;
import xindang.gates.Requirement;

/** How somebody without skills in code draws a form, and how a field that is added later is in the next record. */
@ExtendWith({Browser.Supply.class, WalkedServer.Supply.class})
class FormBrowserTest {

    private static final Browser.Look PHONE = new Browser.Look("zh", ColorScheme.DARK, 390);

    @BrowserTest
    @Requirement({"LCD-01", "LCD-07", "FILE-28"})
    void a_form_is_drawn_filled_in_and_printed_and_gets_one_more_field(Browser browser, WalkedServer server)
            throws Exception {
        String form = drawn(browser, server);
        publish(browser, server, form);
        String records = form.replace("/settings", "");
        try (BrowserWindow window = server.open(browser, Screen.DESK, records, WalkedServer.SALES)) {
            Page page = window.page();
            page.getByText("新填一份").click();
            page.locator("#field-name").fill("首次回访");
            page.locator("#field-number2").fill("21");
            page.locator("#field-formula3").getByText("42").waitFor();
            Screen.mustBeGood(window, "form-filling", Screen.DESK);
            button(page, "保存").click();
            page.getByText("按第 1 版保存").waitFor();
            Screen.mustBeGood(window, "form-record", Screen.DESK);
            Download pdf = page.waitForDownload(() -> button(page, "打印 PDF").click());
            assertThat(pdf.suggestedFilename()).endsWith(".pdf");
        }
        try (BrowserWindow window = server.open(browser, Screen.DESK, form, WalkedServer.MANAGER)) {
            Page page = window.page();
            button(page, "新建草稿").click();
            add(page, "date", "下次日期");
            save(page);
        }
        publish(browser, server, form);
        try (BrowserWindow window = server.open(browser, PHONE, records, WalkedServer.SALES)) {
            Page page = window.page();
            page.getByText("首次回访").first().waitFor();
            Screen.mustBeGood(window, "form-records", PHONE);
            page.getByText("新填一份").click();
            page.getByText("下次日期").waitFor();
            Screen.mustBeGood(window, "form-filling", PHONE);
        }
    }

    /** A form with a name, a number and what follows from it; answers its address. */
    private static String drawn(Browser browser, WalkedServer server) throws Exception {
        try (BrowserWindow window = server.open(browser, Screen.DESK, "/settings/forms", WalkedServer.MANAGER)) {
            Page page = window.page();
            button(page, "新建表单").click();
            page.locator("#form-zh").fill("走查回访单");
            page.locator("#form-code").fill("walked-visit");
            page.locator("form button[type=submit]").click();
            page.waitForURL("**/settings/forms/*");
            add(page, "number", "回访分钟数");
            add(page, "formula", "两倍");
            page.locator("#editor-formula").fill("number2 * 2");
            save(page);
            Screen.mustBeGood(window, "form-designer", Screen.DESK);
            return page.url().substring(page.url().indexOf("/settings/"));
        }
    }

    private static void add(Page page, String kind, String name) {
        page.getByLabel("类型").first().selectOption(kind);
        button(page, "添加字段").click();
        page.locator("#editor-zh").fill(name);
        page.locator("#editor-en").fill(name);
    }

    private static void save(Page page) {
        button(page, "保存草稿").click();
        page.getByText("草稿已保存").waitFor();
        button(page, "检查").click();
        page.getByText("检查通过，等待他人发布").waitFor();
    }

    private static void publish(Browser browser, WalkedServer server, String form) {
        try (BrowserWindow window = server.open(browser, Screen.DESK, form, "boss")) {
            Page page = window.page();
            page.locator("#decide-reason").fill("会议决定");
            button(page, "发布").click();
            page.getByText("表单已发布").waitFor();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
