package xindang;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.platform.database.StartRefused;

/**
 * What the server is started with (启动选项).
 *
 * @param data data folder: {@code --data}, else XINDANG_DATA, else {@code ./xindang-data}
 * @param host address to listen on: {@code --host}, else XINDANG_HOST, else the loopback address
 * @param port port to listen on: {@code --port}, else XINDANG_PORT, else 8080; 0 takes a free one
 * @param movableClock {@code --movable-clock}: for demonstrations and tests, the business date may be moved
 * @param demo {@code --demo}: makes the demonstration in a folder that holds nothing; the clock is movable, and the folder
 *     is {@code ./xindang-demo} unless named
 */
public record ServerOptions(Path data, String host, int port, boolean movableClock, boolean demo) {

    private static final int USUAL_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads the command line.
     *
     * @throws StartRefused with exit code 64 if it is wrong
     */
    public static ServerOptions of(String[] arguments, Map<String, String> environment) {
        String data = null;
        String host = environment.getOrDefault("XINDANG_HOST", "127.0.0.1");
        String port = environment.get("XINDANG_PORT");
        boolean movable = false;
        boolean demo = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--data" -> data = value(arguments, ++i);
                case "--host" -> host = value(arguments, ++i);
                case "--port" -> port = value(arguments, ++i);
                case "--movable-clock" -> movable = true;
                case "--demo" -> demo = true;
                default -> throw wrong("unknown option " + arguments[i] + " 未知选项");
            }
        }
        String usual = demo ? "xindang-demo" : environment.getOrDefault("XINDANG_DATA", "xindang-data");
        return new ServerOptions(Path.of(data == null ? usual : data), host, port(port), movable || demo, demo);
    }

    /** The same for a folder that turns out to hold a demonstration. */
    ServerOptions asDemo() {
        return new ServerOptions(data, host, port, true, true);
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw wrong(arguments[index - 1] + " needs a value 缺少值");
        }
        return arguments[index];
    }

    private static int port(@Nullable String text) {
        if (text == null) {
            return USUAL_PORT;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw wrong(text + " is no port 不是端口");
        }
        return Integer.parseInt(text);
    }

    private static StartRefused wrong(String what) {
        return new StartRefused(StartRefused.WRONG_USAGE, what + "\n./xindang start --help");
    }
}
