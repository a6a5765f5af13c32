package xindang.assess;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xindang.format.FormatException;
import xindang.format.FormatProblem;
import xindang.intake.IntakeProblem;

/** Turns what went wrong into what people read: what, where, and what to do. */
final class Problems {

    /** What a problem of a policy file may carry. */
    private static final List<String> FACTS = List.of(
            "file",
            "pointer",
            "value",
            "expected",
            "kind",
            "keyword",
            "line",
            "column",
            "name",
            "limit",
            "example",
            "about");

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
        for (String name : FACTS) {
            args.put(name, problem.args().getOrDefault(name, ""));
        }
        // What a card warns of is a fixed English phrase of the format; where a language has its own words, they are
        // used.
        String phrase = "card." + args.getOrDefault("expected", "").replace(' ', '-');
        if (problem.code() == FormatProblem.Code.CARD_WARNING && texts.has(phrase)) {
            args.put("expected", texts.get(phrase));
        }
        String key = "format." + problem.code().name();
        String ofKeyword = key + "." + args.get("keyword");
        if (problem.code() == FormatProblem.Code.SCHEMA && texts.has(ofKeyword)) {
            key = ofKeyword;
            args.computeIfPresent("limit", (_, limit) -> limit(args.get("keyword"), limit, texts));
        }
        return texts.named(key, args);
    }

    /** What a keyword of a schema asks for; types are told in words. */
    private static String limit(@Nullable String keyword, String limit, Texts texts) {
        return "type".equals(keyword)
                ? Arrays.stream(limit.split(", ", -1))
                        .map(type -> texts.get("type." + type))
                        .collect(Collectors.joining(" / "))
                : limit;
    }

    /** Exit code of a ledger problem. */
    static int exit(IntakeProblem problem) {
        return switch (problem.code()) {
            case FILE_MISSING -> Exit.NO_INPUT;
            case FILE_UNREADABLE -> Exit.IO;
            default -> Exit.DATA;
        };
    }

    /** Exit code of a policy file's problems. */
    static int exit(FormatException e) {
        return switch (e.problems().getFirst().code()) {
            case FILE_NOT_FOUND -> Exit.NO_INPUT;
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
