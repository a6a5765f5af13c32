package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;
import xindang.gates.BrowserTest;
import xindang.gates.Requirement;

/** Coming in by way of another site, which browsers hand fewer cookies for. */
@ExtendWith(Browser.Supply.class)
class ProviderBrowserTest {

    private static final String PASSWORD = "a long sentence of my own";

    @TempDir
    private Path folder;

    @BrowserTest
    @Requirement({"INT-05", "SEC-08"})
    void the_provider_sends_people_back_to_the_page_they_wanted_and_a_refusal_is_told(Browser browser)
            throws Exception {
        Path secret = Files.writeString(folder.resolve("provider.secret"), "a secret of both");
        try (var provider = new CompanyProvider("admin");
                ServerProcess server = ServerProcess.ready(
                        List.of(
                                "-Dxindang.oidc.issuer=" + provider.issuer(),
                                "-Dxindang.oidc.client=xindang",
                                "-Dxindang.oidc.label=集团统一登录",
                                "-Dxindang.oidc.secret-file=" + secret),
                        folder.resolve("data"));
                BrowserWindow window = browser.open(Screen.DESK)) {
            Page page = window.page();
            String base = server.address().toString().replace("127.0.0.1", "localhost");
            setUpAndLeave(page, base, server.setupCode());
            page.navigate(base + "/identity");
            page.waitForURL("**/sign-in**");
            button(page).waitFor();
            window.forgetErrors();
            Screen.mustBeGood(window, "sign-in-provider", Screen.DESK);
            button(page).click();
            page.waitForURL("**/identity");
            page.getByText("企业目录").first().waitFor();
            Screen.settle(page);
            Screen.mustBeGood(window, "identity-directories", Screen.DESK);
            assertThat(page.context().cookies())
                    .filteredOn(cookie -> cookie.name.equals("XD_SESSION"))
                    .allMatch(cookie -> cookie.httpOnly && cookie.sameSite == SameSiteAttribute.STRICT)
                    .hasSize(1);
            signOut(page);
            provider.refuse();
            button(page).click();
            page.getByRole(AriaRole.ALERT).waitFor();
            assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("统一登录未通过");
        }
    }

    private static void setUpAndLeave(Page page, String base, String code) {
        page.navigate(base + "/setup");
        page.locator("#code").fill(code);
        page.locator("#company").fill("恒信示范集团");
        page.locator("#name").fill("管理员");
        page.locator("#login").fill("admin");
        page.locator("#password").fill(PASSWORD);
        page.locator("button[type=submit]").click();
        page.locator("#main").waitFor();
        signOut(page);
    }

    private static void signOut(Page page) {
        page.locator("header .tools button").last().click();
        page.getByText("退出登录").click();
        page.waitForURL("**/sign-in**");
    }

    private static com.microsoft.playwright.Locator button(Page page) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("集团统一登录").setExact(true));
    }
}
