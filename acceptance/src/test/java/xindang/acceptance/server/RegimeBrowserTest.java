package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.extension.ExtendWith;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;
import xindang.gates.BrowserTest;
import xindang.gates.Requirement;

/** How somebody without skills in code takes over a sample regime and changes it. */
@ExtendWith({Browser.Supply.class, WalkedServer.Supply.class})
class RegimeBrowserTest {

    /** Far away, so that nobody else's walk meets it. */
    private static final String DAY = "2099-01-01";

    @BrowserTest
    @Requirement({"LCD-05", "POL-06"})
    void a_sample_regime_is_taken_over_adapted_and_published(Browser browser, WalkedServer server) throws Exception {
        String draft;
        try (BrowserWindow window = server.open(browser, Screen.DESK, "/policy", WalkedServer.MANAGER)) {
            draft = drafted(window);
        }
        try (BrowserWindow window = server.open(browser, Screen.DESK, draft, "boss")) {
            Page page = window.page();
            approve(page);
            page.navigate(server.at("/policy"));
            Screen.settle(page);
            page.locator("input.day").fill("2099-01-02");
            search(page, "hnd.contract.within");
            page.getByText("10 天").waitFor();
            assertThat(page.getByText("本公司设定").count()).isPositive();
            button(page, "测算合同移交时限").click();
            page.locator("#since-hnd\\.contract\\.within").fill("2099-02-25");
            page.getByText("2099-03-07").waitFor();
            page.getByText("阅读制度文件").click();
            page.getByText("10天").first().waitFor();
            Screen.mustBeGood(window, "policy-document", Screen.DESK);
            Download pdf = page.waitForDownload(() -> button(page, "下载 PDF").click());
            assertThat(pdf.suggestedFilename()).isEqualTo("regime-2099-01-02.pdf");
        }
    }

    @BrowserTest
    @Requirement("POL-10")
    void who_is_to_read_the_regime_says_that_he_has(Browser browser, WalkedServer server) throws Exception {
        try (BrowserWindow window = server.open(browser, Screen.DESK, "/policy/readings", WalkedServer.MANAGER)) {
            Page page = window.page();
            page.getByLabel("信用经理（信用管理部门）").check();
            button(page, "保存").click();
            page.getByText("规定之后还没有发布过制度。").waitFor();
            page.navigate(server.at("/policy"));
            Screen.settle(page);
            page.locator("#draft-name").fill("要读的制度");
            button(page, "起草").click();
            page.waitForURL("**/policy/drafts/*");
            search(page, "stm.replyWithin");
            button(page, "修改对账回复时限").click();
            page.locator("#value-stm\\.replyWithin").fill("16");
            button(page, "保存").click();
            page.getByText("16 天").first().waitFor();
            button(page, "检查").click();
            page.getByText("没有发现矛盾").waitFor();
            try (BrowserWindow boss = server.open(
                    browser, Screen.DESK, page.url().substring(page.url().indexOf("/policy/")), "boss")) {
                approve(boss.page());
            }
            page.navigate(server.at("/policy/readings"));
            Screen.settle(page);
            Locator done = button(page, "我已阅读 要读的制度");
            done.waitFor();
            Screen.mustBeGood(window, "policy-readings", Screen.DESK);
            done.click();
            page.getByText("没有待您阅读的制度。").waitFor();
            page.locator("tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("已读"))
                    .waitFor();
        }
    }

    private static void approve(Page page) {
        page.locator("#draft-reason").fill("会议决定");
        button(page, "批准发布").click();
        button(page, "批准发布").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(page.getByText("已批准").count()).isPositive();
    }

    /** Starts from a sample, sets a deadline and a scale, and has it checked; answers the address of the draft. */
    private static String drafted(BrowserWindow window) throws Exception {
        Page page = window.page();
        page.locator("#draft-name").fill("九九年制度");
        page.getByLabel("起草依据").selectOption("S15");
        page.locator("#draft-from").fill(DAY);
        button(page, "起草").click();
        page.waitForURL("**/policy/drafts/*");
        search(page, "hnd.contract.within");
        button(page, "修改合同移交时限").click();
        Locator count = page.locator("#value-hnd\\.contract\\.within");
        count.fill("10");
        count.press("Tab");
        page.locator("td form select").selectOption("D");
        button(page, "保存").click();
        page.getByText("10 天").first().waitFor();
        search(page, "rat.scale");
        button(page, "修改主用等级体系").click();
        page.locator("td form select").selectOption("four-A");
        button(page, "保存").click();
        page.getByText("本公司设定").first().waitFor();
        button(page, "检查").click();
        page.getByText("还有空白待填").waitFor();
        Screen.mustBeGood(window, "policy-draft", Screen.DESK);
        return page.url().substring(page.url().indexOf("/policy/"));
    }

    private static void search(Page page, String word) {
        page.getByLabel("查找参数").fill(word);
        page.getByLabel("查找参数").press("Enter");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
