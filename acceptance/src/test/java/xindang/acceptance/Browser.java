package xindang.acceptance;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The Chromium of the system (浏览器), started once per run and shared by all browser tests: write {@code
 * @ExtendWith(Browser.Supply.class)} on the class and take a parameter of this type. Every test opens a {@link
 * BrowserWindow} of its own, so nothing of one test is seen by the next. It knows no host but this machine.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** Nothing leaves the machine: no updates, no reports, no name of another host is resolved. */
    private static final List<String> FLAGS = List.of(
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-domain-reliability",
            "--disable-sync",
            "--no-pings",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser() {
        Path executable = executable(System.getenv("PATH"))
                .orElseThrow(() ->
                        new AssertionError("No Chromium on the PATH, so no page can be looked at. Install it (Debian:"
                                + " apt install chromium fonts-noto-cjk), or run ./xindang test --install as root."));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        // Chromium refuses to start as root with its sandbox.
                        .setChromiumSandbox(!Objects.equals(System.getProperty("user.name"), "root"))
                        .setArgs(FLAGS));
    }

    /** The first Chromium of a search path. */
    static Optional<Path> executable(String searchPath) {
        return Arrays.stream(searchPath.split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * How a page is looked at.
     *
     * @param language what the browser asks for, {@code zh} or {@code en}
     * @param scheme light or dark
     * @param width width of the window in pixels: 1440 is a desk, 390 a telephone
     */
    public record Look(String language, ColorScheme scheme, int width) {

        /** The 8 looks every page must bear: both languages, light and dark, wide and narrow. */
        public static Stream<Look> all() {
            return Stream.of("zh", "en")
                    .flatMap(language -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                            .flatMap(scheme -> Stream.of(1440, 390).map(width -> new Look(language, scheme, width))));
        }
    }

    /** Opens a window that shares nothing with any other; close it after use. */
    public BrowserWindow open(Look look) {
        return new BrowserWindow(chromium, look);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /** Hands the one browser of the run to tests; it is closed at the end of the run. */
    public static final class Supply implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Browser.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Browser.class))
                    .computeIfAbsent(Browser.class, _ -> new Browser(), Browser.class);
        }
    }
}
