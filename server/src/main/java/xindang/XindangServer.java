package xindang;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import xindang.platform.database.Installation;
import xindang.platform.database.StartRefused;

/** The server (服务器): {@code ./xindang start}. Opens the installation, then starts Spring on it. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class XindangServer {

    /** Starts the server; a start that is refused says why and ends with its code. */
    public static void main(String[] arguments) {
        try {
            ServerOptions options = ServerOptions.of(arguments, System.getenv());
            String cache = System.getProperty("xindang.cache");
            Installation installation = Installation.open(
                    options.data(), options.port(), System.getenv(), cache == null ? null : Path.of(cache));
            ConfigurableApplicationContext context = start(installation, options);
            announce(context);
            if (Boolean.getBoolean("xindang.stop-when-ready")) {
                // The launcher's training run: all that a start loads has been loaded.
                context.close();
            }
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(refused.exitCode());
        }
    }

    /** Starts Spring on an open installation, which is closed when the context closes, or when it does not start. */
    public static ConfigurableApplicationContext start(Installation installation, ServerOptions options) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        var application = new SpringApplication(XindangServer.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAddCommandLineProperties(false);
        application.setDefaultProperties(properties(options));
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean(Installation.class, () -> installation));
        try {
            return application.run();
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    private static Map<String, Object> properties(ServerOptions options) {
        var properties = new HashMap<String, Object>();
        properties.put("server.address", options.host());
        properties.put("server.port", options.port());
        properties.put("xindang.movable-clock", options.movableClock());
        return properties;
    }

    private static void announce(ConfigurableApplicationContext context) {
        if (context instanceof ServletWebServerApplicationContext web && web.getWebServer() != null) {
            int port = web.getWebServer().getPort();
            context.getBean(Installation.class).listensOn(port);
            System.out.println(
                    "Ready 已就绪: http://" + context.getEnvironment().getProperty("server.address") + ":" + port);
        }
    }
}
