package xindang.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xindang.proof.checkpoint.KeyFormatException;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.checkpoint.VerifyingKey;
import xindang.proof.evidence.EvidenceVerifier;
import xindang.proof.evidence.UnreadableEvidence;
import xindang.proof.evidence.Verdict;
import xindang.proof.log.Micros;

/** The command {@code verify-log} (验证日志): reads keys and the known checkpoint, verifies, and tells what came of it. */
final class VerifyLogCommand {

    /** Keys and checkpoints are short texts. */
    private static final int MAX_TEXT = 1 << 16;

    private final Texts texts;
    private final PrintStream out;
    private final PrintStream err;

    VerifyLogCommand(Texts texts, PrintStream out, PrintStream err) {
        this.texts = texts;
        this.out = out;
        this.err = err;
    }

    int run(List<String> args) {
        if (args.contains("--help") || args.contains("-h")) {
            out.println(texts.get("usage", Map.of()));
            return Exit.SOUND;
        }
        try {
            return verify(Arguments.parse(args));
        } catch (Stop e) {
            err.println(e.in(texts));
            if (e.exit() == Exit.USAGE) {
                err.println(texts.get("usage.hint", Map.of()));
            }
            return e.exit();
        } catch (OutOfMemoryError e) {
            err.println(texts.get("memory", Map.of()));
            return Exit.NO_INPUT;
        } catch (RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            err.println(texts.get(
                    "defect", Map.of("what", e.getClass().getName() + (trace.length == 0 ? "" : " @ " + trace[0]))));
            return Exit.SOFTWARE;
        }
    }

    private int verify(Arguments arguments) throws Stop {
        Path evidence = path(arguments.evidence());
        List<VerifyingKey> keys = new ArrayList<>();
        for (String file : arguments.keys()) {
            keys.add(key(file));
        }
        Optional<SignedCheckpoint> known = Optional.empty();
        if (arguments.known().isPresent()) {
            known = Optional.of(checkpoint(arguments.known().get()));
        }
        try {
            return tell(new EvidenceVerifier(keys, known).verify(evidence), known.isPresent());
        } catch (UnreadableEvidence e) {
            throw unreadable("unreadable." + e.reason().code(), arguments.evidence());
        }
    }

    private int tell(Verdict verdict, boolean comparedWithKnown) {
        return switch (verdict) {
            case Verdict.Sound sound -> {
                out.println(texts.get("sound." + sound.kind().name().toLowerCase(Locale.ROOT), values(sound)));
                out.println(texts.get(comparedWithKnown ? "known.compared" : "known.none", Map.of()));
                yield Exit.SOUND;
            }
            case Verdict.Broken(var finding) -> {
                String text = texts.get("fault." + finding.fault().code(), finding.facts());
                Map<String, String> values = Map.of(
                        "text",
                        text,
                        "code",
                        finding.fault().code(),
                        "index",
                        finding.index().isPresent() ? finding.index().getAsLong() + "" : "");
                out.println(texts.get(finding.index().isPresent() ? "broken.entry" : "broken", values));
                yield Exit.BROKEN;
            }
        };
    }

    private static Map<String, String> values(Verdict.Sound sound) {
        return Map.of(
                "origin", sound.newest().origin(),
                "first", sound.first() + "",
                "last", Math.max(sound.first(), sound.end() - 1) + "",
                "entries", sound.contents().all() + "",
                "kept", sound.contents().kept() + "",
                "destroyed", sound.contents().destroyed() + "",
                "withheld", sound.contents().withheld() + "",
                "checkpoints", sound.checkpoints() + "",
                "size", sound.newest().size() + "",
                "time", Micros.text(sound.newest().time()));
    }

    private static VerifyingKey key(String file) throws Stop {
        try {
            return VerifyingKey.readPem(text(file));
        } catch (KeyFormatException e) {
            throw unreadable("unreadable.key", file);
        }
    }

    private static SignedCheckpoint checkpoint(String file) throws Stop {
        try {
            return SignedCheckpoint.parse(text(file));
        } catch (IllegalArgumentException e) {
            throw unreadable("unreadable.checkpoint", file);
        }
    }

    private static String text(String file) throws Stop {
        Path path = path(file);
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(MAX_TEXT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(Files.exists(path) ? "unreadable.not-readable" : "unreadable.not-found", file);
        }
    }

    private static Path path(String file) throws Stop {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw unreadable("unreadable.not-found", file);
        }
    }

    private static Stop unreadable(String key, String file) {
        return new Stop(Exit.NO_INPUT, key, Map.of("file", file));
    }
}
