package xindang;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import xindang.identity.SetUp;
import xindang.platform.database.DataFolder;
import xindang.platform.database.Installation;
import xindang.platform.database.StartRefused;

/** The server (服务器): {@code ./xindang start}. Opens the installation, then starts Spring on it. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class XindangServer {

    /** Starts the server; a start that is refused says why and ends with its code. */
    public static void main(String[] arguments) {
        try {
            run(ServerOptions.of(arguments, System.getenv()));
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(refused.exitCode());
        }
    }

    private static void run(ServerOptions asked) {
        String cached = System.getProperty("xindang.cache");
        Path cache = cached == null ? null : Path.of(cached);
        requireFreePort(asked);
        Demonstration demonstration = asked.demo() ? Demonstration.in(asked, System.getenv(), cache) : null;
        ServerOptions options = demonstration == null && Demonstration.isIn(asked.data()) ? asked.asDemo() : asked;
        System.out.println("Opening the data folder 正在打开数据目录: "
                + options.data().toAbsolutePath().normalize());
        Installation installation = Installation.open(options.data(), options.port(), System.getenv(), cache);
        System.out.println("Database ready, starting the server 数据库已就绪,正在启动服务器");
        ConfigurableApplicationContext context = start(installation, options);
        int port = port(context);
        String management = context.getEnvironment().getProperty("local.management.port");
        if (management != null) {
            System.out.println("Health and metrics 健康状态与指标: http://"
                    + context.getEnvironment().getProperty("management.server.address") + ":" + management);
        }
        if (demonstration == null || demonstration.tell(context, options.host(), port)) {
            System.out.println("Ready 已就绪: http://" + options.host() + ":" + port + "  (Ctrl-C: stop 停止)");
        }
        if (Boolean.getBoolean("xindang.rehearse")) {
            new Rehearsal(port, context.getBean(SetUp.class)).run();
            context.close();
        }
    }

    /** Asked before anything is made; the answer may change until the server itself listens. */
    private static void requireFreePort(ServerOptions options) {
        try {
            new ServerSocket(options.port(), 1, InetAddress.getByName(options.host())).close();
        } catch (IOException taken) {
            // Most likely a server on the same folder has it; then that is what to say.
            DataFolder.take(options.data(), options.port()).close();
            throw cannotListen(options);
        }
    }

    /** Starts Spring on an open installation, which is closed when the context closes, or when it does not start. */
    public static ConfigurableApplicationContext start(Installation installation, ServerOptions options) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        var application = new SpringApplication(XindangServer.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAddCommandLineProperties(false);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(options));
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean(Installation.class, () -> installation));
        // After the context: requests end before their database does. Closing twice does no harm.
        SpringApplication.getShutdownHandlers().add(installation::close);
        try {
            return application.run();
        } catch (RuntimeException e) {
            installation.close();
            RuntimeException why = refused(e);
            // A part may refuse while the web server is being made, so what it says goes first.
            throw !(why instanceof StartRefused) && isAboutListening(e) ? cannotListen(options) : why;
        }
    }

    /** What a part refused to start for, or else the failure itself. */
    private static RuntimeException refused(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused;
            }
        }
        return failed;
    }

    /** Whether address or port are why a start failed. */
    private static boolean isAboutListening(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof WebServerException) {
                return true;
            }
        }
        return false;
    }

    private static StartRefused cannotListen(ServerOptions options) {
        return new StartRefused(
                StartRefused.UNAVAILABLE,
                "Cannot listen on " + options.host() + " port " + options.port()
                        + ": another program has it, or it is no address of this machine. Choose another --port or --host.\n"
                        + "无法监听 " + options.host() + " 端口 " + options.port()
                        + ":已被其他程序占用,或不是本机地址。请另选 --port 或 --host。");
    }

    private static Map<String, Object> properties(ServerOptions options) {
        var properties = new HashMap<>(Operation.properties(System.getenv()));
        properties.put("server.address", options.host());
        properties.put("server.port", options.port());
        properties.put("xindang.movable-clock", options.movableClock());
        properties.put("xindang.demo", options.demo());
        return properties;
    }

    /** Where the server listens, once it is known; written where a second process looks, too. */
    private static int port(ConfigurableApplicationContext context) {
        if (!(context instanceof ServletWebServerApplicationContext web) || web.getWebServer() == null) {
            throw new IllegalStateException("the server does not listen");
        }
        int port = web.getWebServer().getPort();
        context.getBean(Installation.class).listensOn(port);
        return port;
    }
}
