package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;
import xindang.gates.BrowserTest;
import xindang.gates.Modules;
import xindang.gates.TestTags;

/** Each page of the menu, as an administrator of a small demonstration sees it. */
@ExtendWith({Browser.Supply.class, WalkedServer.Supply.class})
class ScreensBrowserTest {

    private static final Browser.Look DESK = Screen.DESK;
    private static final List<Browser.Look> LOOKS = Browser.Look.all().toList();

    static Stream<Browser.Look> looks() {
        return LOOKS.stream();
    }

    /** What each page of the menu asks the server for; a page whose answer this version does not give yet is left out. */
    private static final Map<String, String> ASKS = Map.ofEntries(
            Map.entry("/insight", "/insight/distribution"),
            Map.entry("/customerfile", "/customerfile/customers"),
            Map.entry("/receivable/ageing", "/receivable/ageing"),
            Map.entry("/receivable/items", "/receivable/items"),
            Map.entry("/admin/imports", "/integration/imports"),
            Map.entry("/identity", "/identity/users"),
            Map.entry("/identity/organisation", "/identity/nodes"),
            Map.entry("/identity/roles", "/identity/roles"),
            Map.entry("/identity/deputies", "/identity/deputies"),
            Map.entry("/admin/trail", "/audittrail/entries"),
            Map.entry("/policy", "/policy/regime"),
            Map.entry("/handover", "/customerfile/slips"),
            Map.entry("/secrecy", "/secrecy/requests"),
            Map.entry("/forms", "/forms/forms"),
            Map.entry("/settings/forms", "/forms/forms"),
            Map.entry("/settings/library", "/library/templates"),
            Map.entry("/settings/numbers", "/policy/number-rules"),
            Map.entry("/settings/letters", "/document/letter-templates"),
            Map.entry("/settings/calendar", "/calendar/years"),
            Map.entry("/inbox", "/workflow/inbox"),
            Map.entry("/settings/flows", "/workflow/flows"),
            Map.entry("/admin/notification", "/notification/bots"),
            Map.entry("/admin/jobs", "/platform/jobs"));

    /** The addresses that the menu leads to. */
    @SuppressWarnings("unchecked")
    private static List<String> menu(Browser browser, WalkedServer server) throws Exception {
        try (BrowserWindow window = server.open(browser, DESK, "/")) {
            window.page().locator("nav a").first().waitFor();
            List<String> places = (List<String>) window.page()
                    .locator("nav.menu a")
                    .evaluateAll("all => all.map(link => link.getAttribute('href'))");
            assertThat(places).isNotEmpty().isSubsetOf(ASKS.keySet());
            String contract = Files.readString(Modules.repository(Path.of("")).resolve("openapi.yaml"));
            return places.stream()
                    .filter(place -> contract.contains("/api/v1" + ASKS.get(place) + ":\n"))
                    .toList();
        }
    }

    @BrowserTest
    void every_page_of_the_menu_is_good_in_one_look_all_looks_taking_turns(Browser browser, WalkedServer server)
            throws Exception {
        List<String> places = menu(browser, server);
        assertThat(places).isNotEmpty();
        for (int i = 0; i < places.size(); i++) {
            look(browser, server, places.get(i), LOOKS.get(i % LOOKS.size()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    @Tag(TestTags.BROWSER)
    @Tag(TestTags.SLOW)
    void every_page_of_the_menu_is_good_in_every_look(Browser.Look look, Browser browser, WalkedServer server)
            throws Exception {
        for (String place : menu(browser, server)) {
            look(browser, server, place, look);
        }
    }

    private static void look(Browser browser, WalkedServer server, String place, Browser.Look look) throws Exception {
        try (BrowserWindow window = server.open(browser, look, place)) {
            Screen.mustBeGood(window, place, look);
        }
    }

    @BrowserTest
    void a_page_that_does_not_exist_says_so_and_the_way_back_is_there(Browser browser, WalkedServer server)
            throws Exception {
        var phone = new Browser.Look("en", ColorScheme.DARK, 390);
        try (BrowserWindow window = server.open(browser, phone, "/nowhere/at/all")) {
            assertThat(window.page().locator("h1").textContent()).contains("No such page");
            Screen.mustBeGood(window, "not-found", phone);
        }
    }

    @BrowserTest
    void the_keyboard_alone_reaches_content_search_and_the_list_of_keys(Browser browser, WalkedServer server)
            throws Exception {
        try (BrowserWindow window = server.open(browser, DESK, "/admin/jobs")) {
            Page page = window.page();
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("main");
            page.keyboard().press("Control+k");
            page.getByRole(AriaRole.DIALOG).waitFor();
            page.waitForFunction("() => document.activeElement.tagName === 'INPUT'");
            page.keyboard().type("导入");
            page.keyboard().press("Enter");
            page.waitForURL("**/admin/imports");
            Screen.settle(page);
            page.keyboard().press("?");
            page.getByRole(AriaRole.DIALOG).getByText("快捷键").first().waitFor();
            Screen.settle(page);
            assertThat(window.violations()).isEmpty();
            page.keyboard().press("Escape");
            page.keyboard().press("g");
            page.keyboard().press("j");
            page.waitForURL("**/admin/jobs");
        }
    }

    @BrowserTest
    void language_and_theme_change_at_once_and_stay_on_this_device(Browser browser, WalkedServer server)
            throws Exception {
        try (BrowserWindow window = server.open(browser, DESK, "/admin/jobs")) {
            Page page = window.page();
            page.locator("header button[lang=en]").click();
            page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName("Jobs").setExact(true))
                    .waitFor();
            String light = background(page);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Appearance"))
                    .click();
            page.getByText("Dark", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(background(page)).isNotEqualTo(light);
            page.reload();
            Screen.settle(page);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(background(page)).isNotEqualTo(light);
            assertThat(window.errors()).isEmpty();
            page.locator("header button[lang=zh-CN]").click();
            page.getByText("任务").first().waitFor();
        }
    }

    private static String background(Page page) {
        return (String) page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    }
}
