package xindang.assess;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.format.FormatException;
import xindang.intake.Chooser;
import xindang.intake.IntakeProblem;

/** The command {@code assess}: reads its options, runs, and tells what came of it. */
final class AssessCommand {

    private final Environment environment;

    AssessCommand(Environment environment) {
        this.environment = environment;
    }

    int run(String[] args) {
        Optional<Texts> language = language(args);
        if (language.isEmpty()) {
            environment.err().println(environment.texts().get("usage.langValue"));
            return Exit.USAGE;
        }
        Texts texts = language.get();
        return guarded(texts, () -> {
            Options declared = AssessOptions.declared();
            Options.Given given = declared.parse(args);
            if (given.asksForHelp()) {
                declared.help(environment.out(), texts);
                return Exit.OK;
            }
            return assess(new AssessOptions(given), texts);
        });
    }

    private int assess(AssessOptions options, Texts texts) throws IOException {
        var progress = new ConsoleProgress(environment.err(), texts, options.quiet);
        AssessRun.Outcome outcome = new AssessRun(options, texts, environment.clock(), chooser(texts), progress).run();
        progress.clear();
        return tell(outcome, options, texts);
    }

    /** Runs something and turns every failure into a message and an exit code. */
    private int guarded(Texts texts, Work work) {
        try {
            return work.run();
        } catch (Stop e) {
            return fail(e.exit(), e.in(texts));
        } catch (IntakeProblem e) {
            return fail(Problems.exit(e), Problems.text(e, texts));
        } catch (FormatException e) {
            return fail(Problems.exit(e), Problems.text(e, texts));
        } catch (ArithmeticException e) {
            return fail(Exit.DATA, texts.get("sum.tooLarge"));
        } catch (IOException e) {
            return fail(Exit.IO, texts.get("io.write", Problems.reason(e)));
        } catch (OutOfMemoryError e) {
            return fail(Exit.SOFTWARE, texts.get("memory"));
        } catch (RuntimeException e) {
            return fail(Exit.SOFTWARE, texts.get("defect", defect(e)));
        }
    }

    private int fail(int exit, String message) {
        environment.err().println(message);
        return exit;
    }

    /** Enough to report a defect by: what and where, in one line. */
    static String defect(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e + (trace.length == 0 ? "" : " @ " + trace[0]);
    }

    private int tell(AssessRun.Outcome outcome, AssessOptions options, Texts texts) {
        if (!outcome.usable()) {
            environment.err().println(texts.get("done.nothing", outcome.rejected(), outcome.folder()));
            return Exit.NOTHING_USABLE;
        }
        if (!options.quiet) {
            for (String line : Account.of(outcome, texts)) {
                environment.out().println(line);
            }
        }
        return Exit.OK;
    }

    /** Asks at a terminal; nobody is there when input comes from elsewhere. */
    private @Nullable Chooser chooser(Texts texts) {
        return Terminal.console()
                .<Chooser>map(console -> question -> ask(console, question, texts))
                .orElse(null);
    }

    private static int ask(Console console, IntakeProblem question, Texts texts) {
        console.printf("%s%n", texts.named("intake." + question.code().code(), question.arguments()));
        for (int i = 0; i < question.readings().size(); i++) {
            console.printf("  %d  %s%n", i + 1, question.readings().get(i).value());
        }
        String answer = console.readLine(
                "%s ", texts.get("choice.ask", question.readings().size()));
        try {
            return answer == null ? -1 : Integer.parseInt(answer.strip()) - 1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The language must be known before anything can be said about the other options. */
    private Optional<Texts> language(String[] args) {
        String asked = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--lang") && i + 1 < args.length) {
                asked = args[i + 1];
            } else if (args[i].startsWith("--lang=")) {
                asked = args[i].substring("--lang=".length());
            }
        }
        return asked == null || Options.language(asked).isPresent()
                ? Optional.of(environment.texts(asked))
                : Optional.empty();
    }

    /** Something that may fail in every way. */
    @FunctionalInterface
    private interface Work {
        int run() throws IOException;
    }

    /** For messages: the path as the user gave it. */
    static String shown(Path path) {
        return path.toString();
    }
}
