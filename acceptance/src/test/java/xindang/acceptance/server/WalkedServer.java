package xindang.acceptance.server;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import xindang.acceptance.Browser;
import xindang.acceptance.BrowserWindow;

/**
 * The one server that all walks through the screens share (界面走查的服务器): a real process that made a small demonstration in
 * a data folder of its own. Whoever opens a window signs in as one of its people.
 */
final class WalkedServer implements AutoCloseable {

    static final String ADMIN = "admin";
    static final String MANAGER = "chen";
    static final String SPECIALIST = "lina";
    static final String FINANCE = "zhoumin";
    static final String SALES = "wanglei";

    private final ServerProcess process;
    private final URI address;
    private final Map<String, String> passwords;
    private final Map<String, List<Cookie>> signedIn = new HashMap<>();

    private WalkedServer() throws IOException, InterruptedException {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path data = Files.createTempDirectory(target, "walked-");
        process = ServerProcess.beginDemonstration(data);
        address = process.address();
        passwords = Files.readAllLines(data.resolve("logins.txt")).stream()
                .map(line -> line.split("\\s+", -1))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    /** The password of somebody. */
    String password(String login) {
        return passwords.getOrDefault(login, "");
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
    BrowserWindow open(Browser browser, Browser.Look look, String path) {
        return open(browser, look, path, ADMIN);
    }

    /** Opens a window in which somebody is signed in, on a screen. */
    BrowserWindow open(Browser browser, Browser.Look look, String path, String login) {
        List<Cookie> cookies = signedIn.computeIfAbsent(login, _ -> signIn(browser, login));
        BrowserWindow window = browser.open(look);
        window.page().context().addCookies(cookies);
        if (!look.language().equals("zh")) {
            // Accounts speak Chinese; another language is a choice of this device.
            window.page()
                    .addInitScript("if (localStorage.getItem('xd.preferences') === null) "
                            + "localStorage.setItem('xd.preferences', JSON.stringify({ language: '" + look.language()
                            + "' }))");
        }
        window.page().navigate(at(path));
        Screen.settle(window.page());
        return window;
    }

    /** Opens a window with a session of its own, which may be ended. */
    BrowserWindow openAnew(Browser browser, Browser.Look look, String path, String login) {
        BrowserWindow window = openUnknown(browser, look, path);
        enter(window.page(), login);
        Screen.settle(window.page());
        window.forgetErrors();
        return window;
    }

    private List<Cookie> signIn(Browser browser, String login) {
        try (BrowserWindow window = openUnknown(browser, Screen.DESK, "/")) {
            enter(window.page(), login);
            return window.page().context().cookies();
        }
    }

    private void enter(Page page, String login) {
        page.locator("#login").fill(login);
        page.locator("#password").fill(password(login));
        page.locator("button[type=submit]").click();
        page.locator("#main").waitFor();
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
