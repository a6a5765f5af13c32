package xindang.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.engine.decision.PolicyRef;
import xindang.format.FormatProblem.Code;

/**
 * Reads a regime export (制度导出文件): {@code {"format":1,"policies":[…]}}. A file is either good as a whole or refused with all
 * its problems; a policy of a kind that is not used here is only reported.
 */
public final class PolicyReader {

    private static final String PRESET = "presets/R0.json";

    private PolicyReader() {}

    /** Read once; the preset is not checked against its schemas here, a test does that, so that starting stays fast. */
    private static final class Preset {
        private static final PolicySet R0 = load();

        private static PolicySet load() {
            try (InputStream in = PolicyReader.class.getResourceAsStream(PRESET)) {
                if (in == null) {
                    throw new IllegalStateException("resource " + PRESET + " is missing");
                }
                Object tree = JsonTree.parse("preset R0", in.readAllBytes());
                return new PolicySet("preset R0", documents("preset R0", tree, new ArrayList<>()), List.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Made at the first file, not at the start: most runs read none. */
    private static final class Schemas {
        private static final SchemaCheck ALL = new SchemaCheck();
    }

    /** The built-in preset R0 (推荐默认制度): every kind the program reads, in force since 2000. */
    public static PolicySet defaultPreset() {
        return Preset.R0;
    }

    /**
     * Reads and checks a file.
     *
     * @throws FormatException with everything that is wrong with it
     */
    public static PolicySet read(Path path) {
        return checked(path.toString(), JsonTree.read(path));
    }

    /** Reads and checks UTF-8 bytes; {@code file} names them in problems. */
    public static PolicySet parse(String file, byte[] bytes) {
        return checked(file, JsonTree.parse(file, bytes));
    }

    private static PolicySet checked(String file, @Nullable Object tree) {
        SchemaCheck schemas = Schemas.ALL;
        List<FormatProblem> problems = new ArrayList<>(schemas.envelope(file, tree));
        refuse(problems);
        for (Body policy : Body.of(file, "", tree).objects("policies")) {
            String kind = policy.text("kind");
            if (SchemaCheck.KINDS.contains(kind)) {
                problems.addAll(schemas.body(kind, file, policy.pointer() + "/body", policy.value("body")));
            }
        }
        refuse(problems);
        var notices = new ArrayList<FormatProblem>();
        List<PolicyDocument> documents = documents(file, tree, notices);
        documents.forEach(document -> check(document, problems));
        checkDates(documents, problems);
        refuse(problems);
        return new PolicySet(file, documents, notices);
    }

    private static List<PolicyDocument> documents(String file, @Nullable Object tree, List<FormatProblem> notices) {
        var documents = new ArrayList<PolicyDocument>();
        for (Body policy : Body.of(file, "", tree).objects("policies")) {
            if (SchemaCheck.KINDS.contains(policy.text("kind"))) {
                documents.add(document(policy));
            } else {
                notices.add(new FormatProblem(
                        Code.KIND_IGNORED,
                        Map.of("file", file, "pointer", policy.pointer(), "kind", policy.text("kind"))));
            }
        }
        return documents;
    }

    private static PolicyDocument document(Body policy) {
        String sha256 = PolicyDocument.sha256(policy.members());
        String given = policy.optionalText("sha256").orElse(sha256);
        if (!given.equals(sha256)) {
            throw JsonTree.problem(
                    Code.WRONG_SHA256,
                    Map.of(
                            "file",
                            policy.file(),
                            "pointer",
                            policy.pointer() + "/sha256",
                            "value",
                            JsonTree.shorten(given),
                            "expected",
                            sha256));
        }
        var origins = new LinkedHashMap<String, String>();
        policy.optionalObject("origins")
                .ifPresent(all -> all.names().forEach(name -> origins.put(name, all.text(name))));
        return new PolicyDocument(
                new PolicyRef(policy.text("kind"), policy.text("id"), policy.text("version"), sha256),
                policy.text("node"),
                policy.read("validFrom", PolicyReader::date),
                policy.object("body"),
                origins);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date such as 2026-01-31 is needed", e);
        }
    }

    /** Builds every policy once, also those not yet in force, so that a mistake shows today and not on its first day. */
    private static void check(PolicyDocument document, List<FormatProblem> problems) {
        try {
            switch (document.ref().kind()) {
                case "rat" -> {
                    RatingMapping.policy(document.body());
                    RatingMapping.table(document.body());
                }
                case "eval" -> EvaluationMapping.policy(document.body());
                case "lim" -> LimitMapping.policy(document.body());
                case "ews" -> WarningMapping.policy(document.body());
                case "col" -> CollectionMapping.policy(document.body());
                case "scorecard" -> ScorecardMapping.card(document.ref().id(), document.body());
                default -> {}
            }
        } catch (FormatException e) {
            problems.addAll(e.problems());
        }
    }

    private static void checkDates(List<PolicyDocument> documents, List<FormatProblem> problems) {
        Map<String, PolicyDocument> firsts = new HashMap<>();
        Map<String, PolicyDocument> days = new HashMap<>();
        for (PolicyDocument document : documents) {
            String key = PolicySet.key(document);
            PolicyDocument first = firsts.computeIfAbsent(key, _ -> document);
            if (!first.node().equals(document.node())) {
                problems.add(problem(Code.SEVERAL_NODES, document, document.node(), first.node()));
            } else if (days.put(key + " " + document.validFrom(), document) != null) {
                problems.add(problem(
                        Code.SAME_DAY_TWICE, document, document.validFrom().toString(), ""));
            }
        }
    }

    private static FormatProblem problem(Code code, PolicyDocument document, String value, String expected) {
        return new FormatProblem(
                code,
                Map.of(
                        "file", document.body().file(),
                        "pointer", document.body().pointer().replaceFirst("/body$", ""),
                        "kind", document.ref().kind(),
                        "value", value,
                        "expected", expected));
    }

    private static void refuse(List<FormatProblem> problems) {
        if (!problems.isEmpty()) {
            throw new FormatException(problems);
        }
    }
}
