package xindang.assess;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * Entry of the jar: {@code assess LEDGER… --out DIR} or {@code replay DIR}. Never lets a stack trace out: what the user can
 * mend is told with its file and value, a defect of ours names itself as one.
 */
public final class Main {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] args) {
        // A library of ours logs through SLF4J; without a logger it would complain on the user's terminal.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        int exit = run(args, new Environment(out, err, Clock.system(ZONE), System::getenv));
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /** Runs the command in an environment; returns the exit code. */
    static int run(String[] args, Environment environment) {
        String command = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        return switch (command) {
            case "assess" -> new AssessCommand(environment).run(rest);
            case "replay" -> new ReplayCommand(environment).run(rest);
            default -> {
                environment.err().println(environment.texts().get("usage.commands"));
                yield Exit.USAGE;
            }
        };
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
