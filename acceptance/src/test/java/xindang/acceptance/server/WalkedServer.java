package xindang.acceptance.server;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;

/**
 * The one server that all walks through the screens share (界面走查的服务器): a real process on a data folder of its own. The
 * first window that wants to be signed in sets it up, through the screens as a person would.
 */
final class WalkedServer implements AutoCloseable {

    static final String COMPANY = "恒信示范集团";
    static final String LOGIN = "admin";
    static final String PASSWORD = "a long sentence of my own";

    private static final Browser.Look DESK = new Browser.Look("zh", ColorScheme.LIGHT, 1440);

    private final ServerProcess process;
    private final URI address;
    private @Nullable List<Cookie> signedIn;

    private WalkedServer() throws IOException, InterruptedException {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        process = ServerProcess.ready(Files.createTempDirectory(target, "walked-"));
        address = process.address();
    }

    /** The address of a screen. */
    String at(String path) {
        return address.resolve(path).toString();
    }

    /** Opens a window in which nobody is signed in, on a screen. */
    BrowserWindow openUnknown(Browser browser, Browser.Look look, String path) {
        BrowserWindow window = browser.open(look);
        window.page().navigate(at(path));
        Screen.settle(window.page());
        return window;
    }

    /** Opens a window in which the administrator is signed in, on a screen. */
    BrowserWindow open(Browser browser, Browser.Look look, String path) throws Exception {
        List<Cookie> cookies = cookies(browser);
        BrowserWindow window = browser.open(look);
        window.page().context().addCookies(cookies);
        window.page().navigate(at(path));
        Screen.settle(window.page());
        return window;
    }

    /** Sets up through the screens if nobody has, leaving the window on the first page of the administrator. */
    void setUp(BrowserWindow window) throws Exception {
        Page page = window.page();
        page.locator("#code").fill(process.setupCode());
        page.locator("#company").fill(COMPANY);
        page.locator("#name").fill("管理员");
        page.locator("#login").fill(LOGIN);
        page.locator("#password").fill(PASSWORD);
        page.locator("button[type=submit]").click();
        page.locator("#main").waitFor();
        signedIn = page.context().cookies();
    }

    /** The cookies of the administrator's session. */
    synchronized List<Cookie> cookies(Browser browser) throws Exception {
        if (signedIn == null) {
            try (BrowserWindow window = openUnknown(browser, DESK, "/")) {
                setUp(window);
            }
        }
        if (signedIn == null) {
            throw new AssertionError("the set-up left nobody signed in");
        }
        return signedIn;
    }

    @Override
    public void close() {
        process.close();
    }

    /** Hands the one server of the run to tests; it is stopped at the end of the run. */
    static final class Supply implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == WalkedServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.create(WalkedServer.class))
                    .computeIfAbsent(WalkedServer.class, _ -> begun(), WalkedServer.class);
        }

        private static WalkedServer begun() {
            try {
                return new WalkedServer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
