package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
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

/** The library as people see it: a template is found, looked at, installed and opened. */
@ExtendWith({Browser.Supply.class, WalkedServer.Supply.class})
class LibraryBrowserTest {

    private static final String PAGE = "/settings/library";

    static Stream<Browser.Look> looks() {
        return Browser.Look.all();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    @BrowserTest
    @Requirement("LCD-04")
    void a_template_of_each_kind_is_looked_at_and_one_is_installed_and_opened(Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, Screen.DESK, PAGE, WalkedServer.MANAGER)) {
            Page page = window.page();
            button(page, "还款计划审批").click();
            page.getByText("信用经理审批").first().waitFor();
            Screen.settle(page);
            Screen.mustBeGood(window, "library-flow", Screen.DESK);
            page.getByRole(AriaRole.SEARCHBOX).fill("正式催告");
            button(page, "正式催告函").click();
            page.getByText("[客户名称]").first().waitFor();
            Screen.settle(page);
            Screen.mustBeGood(window, "library-letter", Screen.DESK);
            page.getByRole(AriaRole.SEARCHBOX).fill("分期还款计划表");
            button(page, "分期还款计划表").click();
            page.getByLabel("欠款人").waitFor();
            Screen.settle(page);
            Screen.mustBeGood(window, "library-form", Screen.DESK);
            button(page, "安装分期还款计划表").click();
            page.getByText("打开表单草稿").click();
            page.waitForURL(Pattern.compile("/settings/forms/[0-9a-f-]{36}"));
            page.getByText("分期还款计划表").first().waitFor();
            page.goBack();
            button(page, "安装分期还款计划表").click();
            page.getByRole(AriaRole.ALERT).first().waitFor();
            window.forgetErrors();
        }
    }

    @BrowserTest
    @Requirement("LCD-04")
    void on_a_phone_who_may_not_install_looks_is_told_which_right_it_takes_and_goes_back(
            Browser browser, WalkedServer server) {
        var phone = new Browser.Look("zh", ColorScheme.DARK, 390);
        try (BrowserWindow window =
                server.open(browser, phone, PAGE + "?template=letter/holiday-greeting", WalkedServer.SALES)) {
            Page page = window.page();
            page.getByText("安装这个模板需要").waitFor();
            assertThat(button(page, "安装节日问候函").count()).isZero();
            Screen.mustBeGood(window, "library-phone", phone);
            button(page, "返回列表").click();
            button(page, "节日问候函").waitFor();
            Screen.settle(page);
            Screen.mustBeGood(window, "library-list", phone);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    @Tag(TestTags.BROWSER)
    @Tag(TestTags.SLOW)
    void it_is_good_in_all_looks_with_a_letter_open(Browser.Look look, Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, look, PAGE + "?template=letter/reminder-2")) {
            window.page().locator("article").waitFor();
            Screen.settle(window.page());
            Screen.mustBeGood(window, "library-reminder", look);
        }
    }
}
