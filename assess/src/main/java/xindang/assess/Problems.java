package xindang.assess;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import xindang.format.FormatException;
import xindang.format.FormatProblem;
import xindang.intake.IntakeProblem;

/** Turns what went wrong into what people read: what, where, and what to do. */
final class Problems {

    private Problems() {}

    /** The problem of a ledger, with the lines that would resolve an ambiguity. */
    static String text(IntakeProblem problem, Texts texts) {
        var out = new StringBuilder(texts.named("intake." + problem.code().code(), problem.arguments()));
        for (IntakeProblem.Choice choice : problem.readings()) {
            String how = choice.mapLine().isEmpty()
                    ? texts.named("choice.currency", Map.of("value", choice.value()))
                    : texts.named("choice.map", Map.of("value", choice.value(), "line", choice.mapLine()));
            out.append("\n  ").append(how);
        }
        return out.toString();
    }

    /** All problems of a policy file, one per line. */
    static String text(FormatException e, Texts texts) {
        var out = new StringBuilder();
        for (FormatProblem problem : e.problems()) {
            out.append(out.isEmpty() ? "" : "\n").append(text(problem, texts));
        }
        return out.toString();
    }

    /** One problem or notice of a policy file. */
    static String text(FormatProblem problem, Texts texts) {
        Map<String, String> args = new HashMap<>();
        for (String name : new String[] {"file", "pointer", "value", "expected", "kind", "keyword", "line", "column"}) {
            args.put(name, problem.args().getOrDefault(name, ""));
        }
        // What a card warns of is a fixed English phrase of the format; where a language has its own words, they are
        // used.
        String phrase = "card." + args.getOrDefault("expected", "").replace(' ', '-');
        if (problem.code() == FormatProblem.Code.CARD_WARNING && texts.has(phrase)) {
            args.put("expected", texts.get(phrase));
        }
        return texts.named("format." + problem.code().name(), args);
    }

    /** Exit code of a ledger problem. */
    static int exit(IntakeProblem problem) {
        return switch (problem.code()) {
            case FILE_MISSING -> Exit.NO_INPUT;
            case FILE_UNREADABLE -> Exit.IO;
            default -> Exit.DATA;
        };
    }

    /** What an input-output error means, without the name of its class. */
    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException none -> none.getFile() + ": no such file or folder";
            case AccessDeniedException denied -> denied.getFile() + ": no permission";
            case FileAlreadyExistsException exists -> exists.getFile() + ": already there";
            case FileSystemException system -> system.getFile() + ": " + system.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
