package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.extension.ExtendWith;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;
import xindang.gates.BrowserTest;
import xindang.gates.Requirement;

/** How somebody without skills in code draws a way of approval, and how it is gone. */
@ExtendWith({Browser.Supply.class, WalkedServer.Supply.class})
class FlowBrowserTest {

    private static final Browser.Look PHONE = new Browser.Look("zh", ColorScheme.LIGHT, 390);
    private static final String CASE = "走查：临时额度二十万元";

    @BrowserTest
    @Requirement("LCD-02")
    void a_step_is_added_to_a_flow_and_the_next_case_goes_through_it(Browser browser, WalkedServer server)
            throws Exception {
        String flow = drawn(browser, server);
        publish(browser, server, flow);
        try (BrowserWindow window = server.open(browser, Screen.DESK, "/inbox/new", WalkedServer.SALES)) {
            Page page = window.page();
            select(page, "流程").selectOption("走查额度申请");
            page.getByText("审批路线：初审 → 复审").waitFor();
            page.locator("#case-title").fill(CASE);
            page.locator("#fact-fact1").fill("200000");
            Screen.mustBeGood(window, "new-case", Screen.DESK);
            button(page, "提交").click();
            page.waitForURL("**/inbox/cases/*");
            page.getByText("初审").first().waitFor();
            Screen.mustBeGood(window, "case", Screen.DESK);
        }
        agree(browser, server, WalkedServer.FINANCE, Screen.DESK);
        agree(browser, server, "boss", PHONE);
        try (BrowserWindow window = server.open(browser, Screen.DESK, "/inbox/sent", WalkedServer.SALES)) {
            Page page = window.page();
            page.getByText(CASE).click();
            page.getByText("已通过").first().waitFor();
        }
    }

    /** A flow in which large amounts take a second approval; answers its address. */
    private static String drawn(Browser browser, WalkedServer server) throws Exception {
        try (BrowserWindow window = server.open(browser, Screen.DESK, "/settings/flows", WalkedServer.MANAGER)) {
            Page page = window.page();
            button(page, "新建流程").click();
            page.locator("#flow-name").fill("走查额度申请");
            page.locator("#flow-code").fill("walked-limit");
            button(page, "建立").click();
            page.waitForURL("**/settings/flows/*");
            button(page, "添加要素").click();
            page.locator("#fact-name-0").fill("申请金额");
            page.getByLabel("要素类型").selectOption("amount");
            add(page, "步骤", "approve");
            page.locator("#approve-1-name").fill("初审");
            select(page, "角色").selectOption("finance");
            page.getByLabel("办理时限", new Page.GetByLabelOptions().setExact(true)).fill("3");
            add(page, "步骤", "branch");
            page.locator("#branch-1-name").fill("金额");
            page.locator("#way-1-name").fill("大额");
            page.locator("#way-1-value").fill("100000");
            add(page, "大额", "approve");
            page.locator("#approve-2-name").fill("复审");
            select(page, "角色").selectOption("executive");
            button(page, "保存").click();
            button(page, "检查").click();
            page.getByText("检查通过，可以发布。").waitFor();
            Screen.mustBeGood(window, "flow", Screen.DESK);
            page.locator("#sample-fact1").fill("50000");
            button(page, "试运行").click();
            Locator trial = page.locator("section[aria-labelledby=try-title] ol");
            trial.getByText("周敏").waitFor();
            assertThat(trial.getByText("总经理").count())
                    .as("fifty thousand take one approval")
                    .isZero();
            return page.url().substring(page.url().indexOf("/settings/"));
        }
    }

    private static void add(Page page, String list, String type) {
        Locator line = page.locator("li")
                .filter(new Locator.FilterOptions().setHas(button(page, "添加到" + list)))
                .last();
        line.getByLabel("新步骤").selectOption(type);
        button(page, "添加到" + list).click();
    }

    private static void publish(Browser browser, WalkedServer server, String flow) {
        try (BrowserWindow window = server.open(browser, Screen.DESK, flow, "boss")) {
            Page page = window.page();
            page.locator("#publish-reason").fill("会议决定");
            button(page, "发布第 1 版").click();
            page.getByText("第 1 版，运行中 0").waitFor();
        }
    }

    private static void agree(Browser browser, WalkedServer server, String login, Browser.Look look) throws Exception {
        try (BrowserWindow window = server.open(browser, look, "/inbox", login)) {
            Page page = window.page();
            page.getByText(CASE).waitFor();
            Screen.mustBeGood(window, "inbox", look);
            page.getByText(CASE).click();
            page.locator("#decision-reason").fill("同意");
            Screen.mustBeGood(window, "task", look);
            button(page, "同意").click();
            page.waitForURL("**/inbox");
            page.getByText(CASE).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
    }

    private static Locator select(Page page, String name) {
        return page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
