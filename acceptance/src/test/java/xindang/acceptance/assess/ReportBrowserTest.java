package xindang.acceptance.assess;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;
import xindang.gates.BrowserTest;
import xindang.gates.TestTags;

/** The report of the sample ledger as people see it: in both languages, light and dark, at a desk and on a telephone. */
@ExtendWith(Browser.Supply.class)
class ReportBrowserTest {

    private static final Path SAMPLE =
            Path.of("..", "docs", "samples", "ledger.csv").toAbsolutePath();

    /** The cells whose text stands on more than one line. */
    private static final String BROKEN = """
            cells => cells.filter(cell => {
                const text = document.createRange();
                text.selectNodeContents(cell);
                return new Set([...text.getClientRects()].map(line => Math.round(line.bottom))).size > 1;
            }).map(cell => cell.textContent)""";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void assessTheSampleInBothLanguages() throws Exception {
        for (String language : new String[] {"zh", "en"}) {
            var result = new Command(folder)
                    .run("assess", SAMPLE.toString(), "--out", language, "--lang", language, "--quiet");
            assertThat(result.exit()).as(result.err()).isZero();
        }
    }

    private static BrowserWindow report(Browser browser, Browser.Look look) {
        BrowserWindow window = browser.open(look);
        window.page()
                .navigate(folder.resolve(look.language())
                        .resolve("report.html")
                        .toUri()
                        .toString());
        return window;
    }

    static Stream<Browser.Look> looks() {
        return Browser.Look.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    @Tag(TestTags.BROWSER)
    void everyone_can_read_the_report_in_every_look(Browser.Look look, Browser browser) {
        try (BrowserWindow window = report(browser, look)) {
            assertThat(window.page().locator("h1").count()).isEqualTo(1);
            assertThat(window.page().locator("html").getAttribute("lang")).startsWith(look.language());
            assertThat(window.violations()).isEmpty();
            assertThat(window.overflow()).as("pixels beyond the window").isZero();
            assertThat(window.errors()).isEmpty();
        }
    }

    @BrowserTest
    void dark_is_dark_and_light_is_light(Browser browser) {
        String[] background = new String[2];
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (BrowserWindow window = report(browser, new Browser.Look("zh", scheme, 1440))) {
                background[scheme == ColorScheme.DARK ? 1 : 0] =
                        (String) window.page().evaluate("() => getComputedStyle(document.body).backgroundColor");
            }
        }
        assertThat(background[0]).isNotEqualTo(background[1]);
    }

    @BrowserTest
    void a_table_wider_than_a_telephone_scrolls_by_itself_and_shows_it(Browser browser) {
        try (BrowserWindow window = report(browser, new Browser.Look("en", ColorScheme.LIGHT, 390))) {
            Locator wide = shadowed(window, true);
            assertThat(wide.count()).isPositive();
            assertThat(shadowed(window, false).count()).as("tables that fit").isPositive();
            assertThat(wide.first().evaluate("box => { box.focus(); return document.activeElement === box }"))
                    .isEqualTo(true);
            assertThat(window.page().locator("td.whole").evaluateAll(BROKEN)).isEqualTo(List.of());
        }
    }

    /** The boxes of tables that do or do not scroll; the shadow at their edge must say the same. */
    private static Locator shadowed(BrowserWindow window, boolean scrolls) {
        Object wrong = window.page()
                .locator(".scroll")
                .evaluateAll("all => all.filter(box => (box.scrollWidth >"
                        + " box.clientWidth) !== (getComputedStyle(box).boxShadow !== 'none')).length");
        assertThat(wrong).as("boxes whose edge misleads").isEqualTo(0);
        window.page()
                .locator(".scroll")
                .evaluateAll("all => all.forEach(box => box.dataset.scrolls = box.scrollWidth > box.clientWidth)");
        return window.page().locator(".scroll[data-scrolls=" + scrolls + "]");
    }

    @BrowserTest
    void the_checks_find_planted_faults(Browser browser) {
        try (BrowserWindow window = browser.open(new Browser.Look("en", ColorScheme.LIGHT, 390))) {
            window.page().setContent("""
                    <!doctype html><html lang="en"><title>t</title><body style="background:#fff">
                    <p style="color:#ccc">pale</p><img src="data:,"><div style="width:900px">wide</div>
                    <script>console.error("planted")</script></body></html>""");
            assertThat(window.violations())
                    .hasSize(2)
                    .anyMatch(each -> each.startsWith("color-contrast"))
                    .anyMatch(each -> each.startsWith("image-alt"));
            assertThat(window.overflow()).isGreaterThan(500);
            assertThat(window.errors()).contains("error: planted");
        }
    }
}
