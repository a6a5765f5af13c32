package xindang.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One window of the {@link Browser} (浏览器窗口) with one page, and what went wrong on it. */
public final class BrowserWindow implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
    private static final int HEIGHT = 900;

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    BrowserWindow(com.microsoft.playwright.Browser browser, Browser.Look look) {
        context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(look.language().equals("zh") ? "zh-CN" : "en-GB")
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(look.scheme())
                .setViewportSize(look.width(), HEIGHT));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                errors.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> errors.add("script: " + error));
        page.onRequestFailed(request -> {
            // Screens take back a question that a newer one has overtaken; that is no fault.
            if (!request.failure().contains("ERR_ABORTED")) {
                errors.add("request: " + request.url() + " " + request.failure());
            }
        });
    }

    /** The page, for what this class does not offer. */
    public Page page() {
        return page;
    }

    /** Errors and warnings of the console, of scripts and of requests so far; a good page has none. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** What breaks the Web Content Accessibility Guidelines (无障碍) up to 2.2 AA, one line per rule with its places. */
    public List<String> violations() {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(BrowserWindow::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + ") at "
                + rule.getNodes().stream().map(CheckedNode::getHtml).limit(5).collect(Collectors.joining("; "));
    }

    /** By how many pixels the page is wider than the window; 0 = it needs no scrolling sideways. */
    public int overflow() {
        return (Integer) page.evaluate("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
                + " - document.documentElement.clientWidth");
    }

    /** Forgets the errors so far, after a step that was to go wrong. */
    public void forgetErrors() {
        errors.clear();
    }

    /** Writes a picture of the whole page. */
    public void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
