package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;
import xindang.gates.BrowserTest;
import xindang.gates.TestTags;

/** Coming in for the first time and every day. */
@ExtendWith({Browser.Supply.class, WalkedServer.Supply.class})
class SignInBrowserTest {

    private static final Browser.Look DESK = Screen.DESK;
    private static final Browser.Look PHONE = new Browser.Look("en", ColorScheme.DARK, 390);

    private static final String COMPANY = "恒信示范集团";
    private static final String PASSWORD = "a long sentence of my own";

    @TempDir
    private Path folder;

    @BrowserTest
    void whoever_has_the_code_sets_up_and_is_signed_in(Browser browser) throws Exception {
        try (ServerProcess server = ServerProcess.ready(folder.resolve("data"));
                BrowserWindow window = browser.open(PHONE)) {
            Page page = window.page();
            page.navigate(server.address().resolve("/customerfile").toString());
            page.waitForURL("**/setup");
            Screen.settle(page);
            // Nobody is signed in yet; asking whether is answered by 401, which the browser counts as an error.
            window.forgetErrors();
            Screen.mustBeGood(window, "setup", PHONE);
            fill(page, "AAAA-AAAA-AAAA-AAAA", "short");
            page.locator("[role=alert]").waitFor();
            assertThat(page.locator("#password").getAttribute("aria-invalid")).isEqualTo("true");
            fill(page, "AAAA-AAAA-AAAA-AAAA", PASSWORD);
            page.getByText("code", new Page.GetByTextOptions().setExact(false))
                    .first()
                    .waitFor();
            assertThat(page.url()).endsWith("/setup");
            fill(page, server.setupCode().toLowerCase(Locale.ROOT), PASSWORD);
            page.locator("#main").waitFor();
            assertThat(page.url()).doesNotContain("setup", "sign-in");
        }
    }

    private static void fill(Page page, String code, String password) {
        page.locator("#code").fill(code);
        page.locator("#company").fill(COMPANY);
        page.locator("#name").fill("Admin");
        page.locator("#login").fill(WalkedServer.ADMIN);
        page.locator("#password").fill(password);
        page.locator("button[type=submit]").click();
    }

    @ParameterizedTest
    @Tag(TestTags.BROWSER)
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            login,     password
            admin,     a wrong sentence altogether
            nobody,    a long sentence of my own""")
    void what_is_wrong_is_not_told_and_the_password_is_asked_for_again(
            String login, String password, Browser browser, WalkedServer server) throws Exception {
        try (BrowserWindow window = server.openUnknown(browser, DESK, "/receivable/ageing")) {
            Page page = window.page();
            page.waitForURL("**/sign-in**");
            signIn(page, login, password);
            page.locator("[role=alert]").waitFor();
            assertThat(page.locator("[role=alert]").textContent()).contains("登录名或密码");
            assertThat(page.locator("#password").inputValue()).isEmpty();
            window.forgetErrors();
            Screen.mustBeGood(window, "sign-in-refused", DESK);
        }
    }

    @BrowserTest
    void after_signing_in_one_stands_where_one_wanted_to_go_and_signing_out_ends_it(
            Browser browser, WalkedServer server) throws Exception {
        try (BrowserWindow window = server.openUnknown(browser, DESK, "/admin/jobs")) {
            Page page = window.page();
            page.waitForURL("**/sign-in**");
            signIn(page, WalkedServer.ADMIN.toUpperCase(Locale.ROOT), server.password(WalkedServer.ADMIN));
            page.waitForURL("**/admin/jobs");
            page.getByText("管理员").first().click();
            page.getByText("退出登录").click();
            page.waitForURL("**/sign-in**");
            page.navigate(server.at("/admin/jobs"));
            page.waitForURL("**/sign-in**");
        }
    }

    private static void signIn(Page page, String login, String password) {
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        page.locator("button[type=submit]").click();
    }
}
