package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
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

/** Notices as people see them: the bell, the list, how one wants to be told, and the ways out. */
@ExtendWith({Browser.Supply.class, WalkedServer.Supply.class})
class NotificationBrowserTest {

    private static final String LIST = "/inbox/notices";

    /** Brings a file in of which one row stays out, and takes it out again. */
    private static final String IMPORT = """
            async () => {
              const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]
              const ask = async (method, path, body, type) => (await fetch('/api/v1/integration/imports' + path, {
                method, body, headers: { 'X-XSRF-TOKEN': token, 'Content-Type': type ?? 'application/json' } })).json()
              const until = async (id, state) => {
                for (let tries = 0; tries < 300; tries++) {
                  if ((await (await fetch('/api/v1/integration/imports/' + id)).json()).state === state) return
                  await new Promise((next) => setTimeout(next, 100))
                }
                throw new Error(`never ${state}`)
              }
              const { id } = await ask('POST', '?kind=customers', '客户编码,客户名称\\nTZ-1,通知走查客户\\nTZ-2,\\n', 'text/plain;charset=UTF-8')
              await ask('POST', `/${id}/check`, '{}')
              await until(id, 'checked')
              await ask('POST', `/${id}/confirm`, '{"mode":"good"}')
              await until(id, 'imported')
              await ask('POST', `/${id}/undo`, '{}')
              await until(id, 'undone')
            }""";

    static Stream<Browser.Look> looks() {
        return Browser.Look.all();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @BrowserTest
    @Requirement("INT-04")
    void the_bell_tells_of_a_notice_by_itself_and_the_list_leads_to_its_object(Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, Screen.DESK, "/settings/calendar", WalkedServer.SPECIALIST)) {
            Page page = window.page();
            page.getByLabel("通知，未读 0").waitFor();
            page.evaluate(IMPORT);
            page.getByLabel("通知，未读 1").click();
            page.waitForURL("**" + LIST);
            page.getByText("导入完成，有问题行").waitFor();
            Screen.settle(page);
            Screen.mustBeGood(window, "notices", Screen.DESK);
            page.getByText("导入完成，有问题行").click();
            page.waitForURL("**/admin/imports/**");
            page.getByLabel("通知，未读 0").waitFor();
        }
    }

    @BrowserTest
    @Requirement("INT-04")
    void one_chooses_how_one_is_told(Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, Screen.DESK, LIST + "/preferences", WalkedServer.SALES)) {
            Page page = window.page();
            page.getByLabel("系统 站内").uncheck();
            press(page, "保存");
            page.getByText("通知偏好已保存").waitFor();
            page.reload();
            Screen.settle(page);
            assertThat(page.getByLabel("系统 站内").isChecked()).isFalse();
            assertThat(page.getByLabel("待办 站内").isChecked()).isTrue();
            Screen.mustBeGood(window, "notice-preferences", Screen.DESK);
        }
    }

    @BrowserTest
    @Requirement("INT-06")
    void a_subscription_shows_its_secret_once(Browser browser, WalkedServer server) {
        try (BrowserWindow window = server.open(browser, Screen.DESK, "/admin/notification")) {
            Page page = window.page();
            page.locator("#hook-name").fill("走查系统");
            page.locator("#hook-address").fill("https://receiver.invalid/hook");
            press(page, "添加订阅");
            page.getByText("签名密钥只显示这一次，请立即保存").waitFor();
            Screen.settle(page);
            Screen.mustBeGood(window, "subscription", Screen.DESK);
            page.reload();
            page.getByText("走查系统").first().waitFor();
            assertThat(page.content()).doesNotContain("whsec_");
            press(page, "删除");
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON)
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("删除"))
                    .click();
            page.getByText("还没有订阅").waitFor();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    @Tag(TestTags.BROWSER)
    @Tag(TestTags.SLOW)
    void its_pages_are_good_in_all_looks(Browser.Look look, Browser browser, WalkedServer server) {
        for (String page : List.of(LIST, LIST + "/preferences", "/admin/notification")) {
            try (BrowserWindow window = server.open(browser, look, page)) {
                Screen.mustBeGood(window, page.replace('/', '-'), look);
            }
        }
    }
}
