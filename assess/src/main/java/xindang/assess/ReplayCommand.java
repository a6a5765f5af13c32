package xindang.assess;

import java.io.IOException;
import java.util.stream.Collectors;
import xindang.format.FormatException;

/** The command {@code replay}: decides again what a result folder recorded, and says whether it comes out the same. */
final class ReplayCommand {

    private final Environment environment;

    ReplayCommand(Environment environment) {
        this.environment = environment;
    }

    int run(String[] args) {
        Options declared = ReplayOptions.declared();
        try {
            Options.Given given = declared.parse(args);
            if (given.asksForHelp()) {
                declared.help(environment.out(), environment.texts(given.value("lang", Options::language)));
                return Exit.OK;
            }
            return replay(ReplayOptions.of(given));
        } catch (Stop e) {
            return fail(e.exit(), e.in(environment.texts()));
        }
    }

    private int replay(ReplayOptions options) {
        Texts texts = environment.texts(options.lang());
        try {
            return tell(new Replay(options.folder()).run(), texts);
        } catch (Stop e) {
            return fail(e.exit(), e.in(texts));
        } catch (FormatException e) {
            return fail(Problems.exit(e), Problems.text(e, texts));
        } catch (IOException e) {
            return fail(Exit.IO, texts.get("io.read", options.folder(), Problems.reason(e)));
        } catch (RuntimeException e) {
            return fail(Exit.SOFTWARE, texts.get("defect", AssessCommand.defect(e)));
        }
    }

    private int tell(Replay.Found found, Texts texts) {
        if (!found.sealed()) {
            return fail(Exit.DIFFERS, texts.get("replay.unsealed", found.records(), found.differing()));
        }
        if (found.differing() == 0) {
            environment.out().println(texts.get("replay.same", found.records(), found.engine()));
            return Exit.OK;
        }
        String lines = found.lines().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return fail(
                Exit.DIFFERS, texts.get("replay.differs", found.differing(), found.records(), found.engine(), lines));
    }

    private int fail(int exit, String message) {
        environment.err().println(message);
        return exit;
    }
}
