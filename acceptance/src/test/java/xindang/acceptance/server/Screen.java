package xindang.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;

/** What every screen must keep (界面通则), whatever it shows. */
final class Screen {

    /** How most people look at it. */
    static final Browser.Look DESK = new Browser.Look("zh", ColorScheme.LIGHT, 1440);

    /** A screen is settled when its heading is there and nothing says that it is still being loaded. */
    private static final String SETTLED =
            "() => document.querySelector('h1') !== null && document.querySelector('[aria-busy=true]') === null";

    /** Where pictures for the human eye go. */
    private static final Path PICTURES = Path.of("target", "screens");

    private Screen() {}

    /** Waits until a screen has loaded what it shows. */
    static void settle(Page page) {
        page.waitForFunction(SETTLED);
        page.evaluate("() => Promise.all(document.getAnimations().map(each => each.finished.catch(() => null)))");
    }

    /** Checks the window's screen and takes a picture of it. */
    static void mustBeGood(BrowserWindow window, String name, Browser.Look look) {
        String told = name + " " + look;
        window.picture(PICTURES.resolve(name.replaceAll("[^a-z0-9-]+", "-") + "-" + look.language() + "-"
                + look.scheme().name().toLowerCase(Locale.ROOT) + "-" + look.width() + ".png"));
        assertThat(window.page().locator("h1").count()).as(told + ": headings").isEqualTo(1);
        assertThat(window.page().locator("html").getAttribute("lang")).as(told).startsWith(look.language());
        assertThat(window.violations()).as(told).isEmpty();
        assertThat(window.overflow()).as(told + ": pixels beyond the window").isZero();
        assertThat(window.errors()).as(told).isEmpty();
    }
}
