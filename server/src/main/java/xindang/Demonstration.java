package xindang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import xindang.demo.DemoStory;
import xindang.identity.SetUp;
import xindang.platform.database.Installation;
import xindang.platform.database.StartRefused;
import xindang.platform.time.BusinessClock;
import xindang.platform.time.ClockMover;

/**
 * The demonstration in a data folder (演示数据目录). A file in it says how far it is: {@code making} from before the first
 * thing is made, {@code made} once the story is told. What was interrupted in between is removed and made anew; a folder that
 * holds anything else is never touched.
 */
final class Demonstration {

    private static final String MARK = "demonstration";
    private static final String MAKING = "making";
    private static final String MADE = "made";

    private final Path folder;
    private volatile boolean stopping;

    private Demonstration(Path folder) {
        this.folder = folder;
    }

    /**
     * Whether a folder holds a demonstration, which is then served as one by whichever command.
     *
     * @throws StartRefused if it holds one that is only half made
     */
    static boolean isIn(Path folder) {
        String state = state(folder);
        if (MAKING.equals(state)) {
            throw new StartRefused(
                    StartRefused.WRONG_USAGE,
                    "The demonstration in " + folder + " is only half made; ./xindang demo --data " + folder
                            + " makes it anew.\n演示数据尚未生成完毕,请用 ./xindang demo --data " + folder + " 重新生成。");
        }
        return MADE.equals(state);
    }

    /**
     * Gets a folder ready before its database is opened.
     *
     * @param environment environment variables
     * @param cache folder for unpacked programs; null for one in the data folder
     * @throws StartRefused if the folder holds something else, or if an outside database is asked for
     */
    static Demonstration in(ServerOptions options, Map<String, String> environment, @Nullable Path cache) {
        Path folder = options.data().toAbsolutePath().normalize();
        if (environment.containsKey(Installation.URL_VARIABLE)
                || environment.containsKey(Installation.OWNER_URL_VARIABLE)) {
            throw new StartRefused(
                    StartRefused.WRONG_USAGE,
                    "demo makes a database of its own; unset " + Installation.URL_VARIABLE + " and "
                            + Installation.OWNER_URL_VARIABLE + ".\n演示使用自带数据库,请取消上述环境变量。");
        }
        String state = state(folder);
        try {
            if (MAKING.equals(state)) {
                Installation.discard(folder, options.port(), cache);
                System.out.println(
                        "An earlier start was interrupted while it made the demonstration; what there was of it"
                                + " is removed, it is made anew. 上次生成演示数据时被中断,已清除,现重新生成。");
            } else if (state == null && !isEmpty(folder)) {
                throw new StartRefused(
                        StartRefused.WRONG_USAGE,
                        "The folder " + folder + " holds something that is no demonstration; choose another --data"
                                + " (or ./xindang start, if it is an installation of yours).\n目录 " + folder
                                + " 中已有非演示内容,请另选 --data;若是已有安装,请用 ./xindang start。");
            }
            if (!MADE.equals(state)) {
                Files.createDirectories(folder);
                mark(folder, MAKING);
            }
            return new Demonstration(folder);
        } catch (IOException e) {
            throw new StartRefused(
                    StartRefused.UNAVAILABLE,
                    "The folder " + folder + " cannot be used: " + e.getMessage() + "\n无法使用目录 " + folder + "。");
        }
    }

    /** Tells the story to the running server if that has not been done; answers false if it was stopped meanwhile. */
    boolean tell(ConfigurableApplicationContext context, String host, int port) {
        if (MADE.equals(state(folder))) {
            System.out.println(
                    "The demonstration is there already; its logins are in 演示数据已存在,登录信息见: " + DemoStory.logins(folder));
            return true;
        }
        // A request that is refused because the server is being stopped is no fault.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping = true));
        try {
            LocalDate today = context.getBean(BusinessClock.class).today();
            context.getBean(ClockMover.class).begin(DemoStory.begin(today));
            new DemoStory(host, port, today)
                    .tell(context.getBean(SetUp.class).newCode().orElseThrow(), folder);
            mark(folder, MADE);
            return true;
        } catch (IOException e) {
            if (stopping) {
                System.out.println("Stopped while the demonstration was made; the next ./xindang demo makes it anew."
                        + " 演示数据尚未生成完毕即被停止,下次 ./xindang demo 将重新生成。");
                return false;
            }
            throw new StartRefused(
                    StartRefused.UNAVAILABLE,
                    "The demonstration could not be made: " + e.getMessage()
                            + "\nThe next ./xindang demo makes it anew." + "\n演示数据生成失败,下次 ./xindang demo 将重新生成。");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> held = Files.list(folder)) {
            return held.allMatch(path -> path.endsWith("lock"));
        }
    }

    private static @Nullable String state(Path folder) {
        try {
            Path mark = folder.resolve(MARK);
            return Files.exists(mark) ? Files.readString(mark).strip() : null;
        } catch (IOException e) {
            throw new StartRefused(
                    StartRefused.UNAVAILABLE,
                    "The folder " + folder + " cannot be read: " + e.getMessage() + "\n无法读取目录 " + folder + "。");
        }
    }

    /** In one step: a mark is never half written. */
    private static void mark(Path folder, String state) throws IOException {
        Path written = Files.writeString(folder.resolve(MARK + ".new"), state + "\n");
        Files.move(written, folder.resolve(MARK), StandardCopyOption.ATOMIC_MOVE);
    }
}
