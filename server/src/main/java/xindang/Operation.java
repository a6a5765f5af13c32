package xindang;

import java.util.HashMap;
import java.util.Map;
import xindang.platform.database.StartRefused;

/**
 * What those who run the server set for watching and stopping it (运维设置), all by environment variables; docs/adr/0083.
 *
 * <ul>
 *   <li>{@value #PORT}: port for health and metrics, none without it; {@value #HOST}: its address, else the loopback address
 *   <li>{@value #LOG}: {@code json} for one JSON object per line of the log
 *   <li>{@value #DELAY}: seconds between "not ready" and the end of listening, for what spreads requests over servers
 * </ul>
 */
final class Operation {

    static final String PORT = "XINDANG_MANAGEMENT_PORT";
    static final String HOST = "XINDANG_MANAGEMENT_HOST";
    static final String LOG = "XINDANG_LOG";
    static final String DELAY = "XINDANG_STOP_DELAY";

    /** Spring Boot's word for no such port at all. */
    private static final String NONE = "-1";

    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_DELAY = 300;

    private Operation() {}

    /**
     * The settings as properties of Spring.
     *
     * @throws StartRefused with exit code 64 if one is wrong
     */
    static Map<String, Object> properties(Map<String, String> environment) {
        var properties = new HashMap<String, Object>();
        String port = environment.get(PORT);
        properties.put("management.server.port", port == null ? NONE : number(PORT, port, HIGHEST_PORT));
        properties.put("management.server.address", environment.getOrDefault(HOST, "127.0.0.1"));
        properties.put("xindang.stop-delay", number(DELAY, environment.getOrDefault(DELAY, "0"), LONGEST_DELAY));
        String log = environment.getOrDefault(LOG, "plain");
        if (log.equals("json")) {
            properties.put("logging.config", "classpath:xindang/logback-json.xml");
            properties.put("logging.structured.format.console", "ecs");
        } else if (!log.equals("plain")) {
            throw wrong(LOG, "plain, json");
        }
        return properties;
    }

    private static String number(String name, String text, int highest) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > highest) {
            throw wrong(name, "0–" + highest);
        }
        return text;
    }

    private static StartRefused wrong(String name, String possible) {
        return new StartRefused(
                StartRefused.WRONG_USAGE,
                name + " must be one of 可用的值: " + possible + "\ndocs/operations/monitoring.md");
    }
}
