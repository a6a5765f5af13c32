package xindang.proof;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Entry of the jar: {@code verify-log PACKAGE --key PUBLIC.pem [--known FILE] [--lang zh|en]}. */
public final class Main {

    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] args) {
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        String locale = System.getenv().getOrDefault("LC_ALL", System.getenv().getOrDefault("LANG", ""));
        int exit = run(Arrays.asList(args), locale, out, err);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /** Runs the command word and its arguments; gives the exit code. */
    static int run(List<String> args, String locale, PrintStream out, PrintStream err) {
        String language = Arguments.language(args)
                .filter(asked -> asked.equals("zh") || asked.equals("en"))
                .orElse(locale.startsWith("en") ? "en" : "zh");
        Texts texts = Texts.of(language);
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        if (args.isEmpty() || !args.getFirst().equals("verify-log")) {
            err.println(texts.get("usage", Map.of()));
            return Exit.USAGE;
        }
        return new VerifyLogCommand(texts, out, err).run(rest);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
