package xindang.format.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.engine.evaluation.Label;
import xindang.format.Body;
import xindang.format.regime.RegimeDocument.DocumentClause;
import xindang.format.regime.RegimeDocument.DocumentTable;

/** Clauses from parameters (条文): a sentence each, with a table where the value has several members. Numbers are given later. */
final class Clauses {

    private static final String GAP = "________";

    private final Composition regime;
    private final RegimeWords words;
    private final ValueTables tables;
    private final Language language;
    private final boolean internal;

    /**
     * For a regime.
     *
     * @param internal whether lowest scores may be shown
     */
    Clauses(Composition regime, Language language, boolean internal) {
        this.regime = regime;
        this.words = new RegimeWords(language);
        this.tables = new ValueTables(words);
        this.language = language;
        this.internal = internal;
    }

    RegimeWords words() {
        return words;
    }

    /** The value in force; the standard where no version has it. */
    @Nullable
    Object value(Parameter parameter) {
        Composition.Part part = regime.kinds().get(parameter.kind());
        return part != null && part.body().containsKey(parameter.key())
                ? part.body().get(parameter.key())
                : parameter.standard();
    }

    String origin(Parameter parameter) {
        Composition.Part part = regime.kinds().get(parameter.kind());
        return part == null ? "" : part.origins().getOrDefault(parameter.key(), "");
    }

    /** The clauses of a parameter; none where it has nothing to say. */
    List<DocumentClause> of(Parameter parameter) {
        Object value = value(parameter);
        return switch (parameter.id()) {
            case "rat.scale" -> scale(parameter, value);
            case "rat.policyTable" -> List.of(usual(parameter, onLeadingScale(value)));
            case "pol.definitions" -> definitions(value);
            case "pol.legalBasis" -> basis(value);
            default -> List.of(usual(parameter, value));
        };
    }

    private DocumentClause usual(Parameter parameter, @Nullable Object value) {
        if (origin(parameter).contains(":blank:")) {
            String now = language.of("填写前按“", "until it is filled in: ")
                    + words.value(parameter, value)
                    + language.of("”执行", "");
            return new DocumentClause(
                    "",
                    language.of(parameter.name())
                            + language.of("：", ": ")
                            + GAP
                            + language.of("（", " (")
                            + now
                            + language.of("）。", ")."),
                    null,
                    parameter.id());
        }
        Wording.Said said = Wording.of(parameter, value, words);
        DocumentTable table = said.withTable() ? tables.of(parameter, value).orElse(null) : null;
        String text = said.text() + (table == null && said.withTable() ? words.value(parameter, value) + stop() : "");
        return new DocumentClause("", text + named(parameter), table, parameter.id());
    }

    private String stop() {
        return language.of("。", ".");
    }

    /** Where a sample only names the rule, the figure in force is said to be the recommended one. */
    private String named(Parameter parameter) {
        return origin(parameter).contains(":named:")
                ? language.of("（按推荐默认值执行）", " (The recommended default applies.)")
                : "";
    }

    private List<DocumentClause> scale(Parameter parameter, @Nullable Object value) {
        Parameter all = Catalogue.builtIn().find("rat.scales").orElseThrow();
        Object known = value(all) instanceof Map<?, ?> scales && value != null ? scales.get(value) : null;
        DocumentTable grades =
                known instanceof Map<?, ?> ? tables.grades(Body.of("rat.scales", "", known), internal) : null;
        return List.of(new DocumentClause(
                "", Wording.of(parameter, value, words).text() + named(parameter), grades, parameter.id()));
    }

    /** The rows of the policy table for the grades of the leading scale, as the engine takes them by their places. */
    private @Nullable Object onLeadingScale(@Nullable Object table) {
        Catalogue catalogue = Catalogue.builtIn();
        Object scales = value(catalogue.find("rat.scales").orElseThrow());
        String leading = String.valueOf(value(catalogue.find("rat.scale").orElseThrow()));
        if (!(table instanceof Map<?, ?> known)
                || scales == null
                || !(known.get("rows") instanceof List<?> written)
                || leading.equals(known.get("scale"))) {
            return table;
        }
        var rows = new ArrayList<@Nullable Object>();
        for (Body grade : grades(scales, leading)) {
            String from = standing(grades(scales, String.valueOf(known.get("scale"))), grade.whole("position"));
            written.stream()
                    .map(Trees::object)
                    .filter(row -> from.equals(row.get("grade")))
                    .forEach(row -> {
                        row.put("grade", grade.text("code"));
                        rows.add(row);
                    });
        }
        return Map.of("scale", leading, "rows", rows);
    }

    /** The grade that stands at a place of the master scale, or the next better. */
    private static String standing(List<Body> grades, int position) {
        String found = grades.getFirst().text("code");
        for (Body grade : grades) {
            found = grade.whole("position") <= position ? grade.text("code") : found;
        }
        return found;
    }

    private static List<Body> grades(Object scales, String scale) {
        return Body.of("rat.scales", "/" + scale, Trees.object(scales).get(scale))
                .objects("grades");
    }

    private List<DocumentClause> definitions(@Nullable Object terms) {
        var clauses = new ArrayList<DocumentClause>();
        if (terms instanceof List<?> known) {
            Map<String, Definitions.Definition> texts = Definitions.builtIn();
            known.forEach(term -> Optional.ofNullable(texts.get(String.valueOf(term)))
                    .ifPresent(one -> clauses.add(new DocumentClause(
                            "",
                            language.of(one.term()) + language.of("，是指", ": ") + language.of(one.meaning()),
                            null,
                            null))));
        }
        return clauses;
    }

    private List<DocumentClause> basis(@Nullable Object rules) {
        if (!(rules instanceof List<?> cited)) {
            return List.of();
        }
        List<String> verified = cited.stream()
                .filter(Map.class::isInstance)
                .map(Trees::object)
                .filter(rule -> "verified".equals(rule.get("status")))
                .map(rule -> Objects.toString(rule.get("title"), ""))
                .toList();
        return verified.isEmpty()
                ? List.of()
                : List.of(new DocumentClause(
                        "",
                        language.of(new Label("本制度依据", "This regime is made under "))
                                + String.join(
                                        language.of("、", ", "),
                                        verified.stream()
                                                .map(title -> language.of("《" + title + "》", title))
                                                .toList())
                                + language.of("制定。", "."),
                        null,
                        "pol.legalBasis"));
    }
}
