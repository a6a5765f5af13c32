package xindang.format.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xindang.engine.evaluation.Label;
import xindang.format.regime.RegimeDocument.DocumentAnnex;
import xindang.format.regime.RegimeDocument.DocumentChapter;
import xindang.format.regime.RegimeDocument.DocumentClause;
import xindang.format.regime.RegimeDocument.DocumentFact;
import xindang.format.regime.RegimeDocument.DocumentTable;

/**
 * Writes the regime document (制度文件) from the parameters in force: chapters in the order and numbering of the sample it follows, each
 * with the parameters the sample speaks of; what a company set besides stands in a chapter of its own.
 */
public final class RegimeDocuments {

    private static final String OWN = "own";

    /** Not clauses of their own: the grades stand under the leading scale, gaps where they are. */
    private static final Set<String> SILENT = Set.of("rat.scales", "pol.blanks", "pol.extract");

    private final Source source;
    private final Language language;
    private final Clauses clauses;

    private RegimeDocuments(Source source, Language language, boolean internal) {
        this.source = source;
        this.language = language;
        this.clauses = new Clauses(source.regime(), language, internal);
    }

    /**
     * What a document is written from.
     *
     * @param regime parameters with their origins; {@code preset} is the sample whose chapters it follows
     * @param company whose regime it is
     * @param date day on which it is in force
     * @param validFrom first day of the youngest publication in it; null if nothing was published
     * @param history publications, latest first
     */
    public record Source(
            Composition regime,
            String company,
            LocalDate date,
            @Nullable LocalDate validFrom,
            List<Past> history) {

        /** Copies the list. */
        public Source {
            history = List.copyOf(history);
        }
    }

    /** A publication: first day, what it was called, and the names of the groups it changed. */
    public record Past(LocalDate validFrom, String name, List<String> kinds) {

        /** Copies the list. */
        public Past {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * The whole regime, for the house.
     *
     * @param silent whether an annex lists what applies where the sample is silent
     */
    public static RegimeDocument whole(Source source, Language language, boolean silent) {
        return new RegimeDocuments(source, language, true).whole(silent);
    }

    /** What customers may be given (对客户公开摘要): the topics that parameter {@code pol.extract} releases, without scores and thresholds. */
    public static RegimeDocument extract(Source source, Language language) {
        return new RegimeDocuments(source, language, false).extract();
    }

    private RegimeDocument whole(boolean silent) {
        Preset preset = Preset.find(source.regime().preset()).orElseGet(Preset::recommended);
        Map<Label, List<Parameter>> chapters = chapters(preset);
        var printed = new LinkedHashSet<Parameter>();
        chapters.values().forEach(printed::addAll);
        List<Parameter> added = Catalogue.builtIn().parameters().stream()
                .filter(parameter -> !printed.contains(parameter) && !SILENT.contains(parameter.id()))
                .filter(parameter -> clauses.origin(parameter).equals(OWN))
                .toList();
        chapters.put(new Label("补充规定", "Supplementary rules"), added);
        printed.addAll(added);
        var annexes = new ArrayList<DocumentAnnex>();
        legalBasis().ifPresent(annexes::add);
        if (silent) {
            annexes.addAll(silent(printed));
        }
        history().ifPresent(annexes::add);
        return new RegimeDocument(
                source.company() + language.of("客户信用管理制度", ": customer credit regime"),
                facts(preset),
                numbered(Numbering.of(preset.numbering()), chapters),
                annexes);
    }

    private RegimeDocument extract() {
        var chapters = new LinkedHashMap<Label, List<Parameter>>();
        Catalogue catalogue = Catalogue.builtIn();
        Parameter topics = catalogue.find("pol.extract").orElseThrow();
        Object released = clauses.value(topics);
        Released.TOPICS.forEach((topic, parameters) -> {
            if (released instanceof List<?> codes && codes.contains(topic)) {
                chapters.put(
                        topics.labels().getOrDefault(topic, Label.of(topic)),
                        parameters.stream()
                                .flatMap(id -> catalogue.find(id).stream())
                                .toList());
            }
        });
        return new RegimeDocument(
                source.company() + language.of("客户信用管理规定（对客户公开摘要）", ": how we handle credit, for our customers"),
                List.of(new DocumentFact(language.of("有效日期", "In force on"), day(source.date()))),
                numbered(Numbering.DECIMAL, chapters),
                List.of());
    }

    private List<DocumentFact> facts(Preset preset) {
        var facts = new ArrayList<DocumentFact>();
        facts.add(new DocumentFact(language.of("适用单位", "For"), source.company()));
        facts.add(new DocumentFact(language.of("生效日期", "In force from"), first()));
        Catalogue.builtIn()
                .find("pol.interpreter")
                .ifPresent(parameter -> facts.add(new DocumentFact(
                        language.of("解释部门", "Interpreted by"),
                        clauses.words().value(parameter, clauses.value(parameter)))));
        facts.add(new DocumentFact(
                language.of("章节依据", "Chapters after"), preset.id() + " " + language.of(preset.name())));
        return facts;
    }

    private Map<Label, List<Parameter>> chapters(Preset preset) {
        var chapters = new LinkedHashMap<Label, List<Parameter>>();
        Catalogue catalogue = Catalogue.builtIn();
        int number = 0;
        for (Preset.Chapter chapter : preset.chapters()) {
            int place = ++number;
            List<Parameter> parameters = chapter.groups().isEmpty()
                    ? preset.values().stream()
                            .filter(value -> value.chapter() == place)
                            .flatMap(value -> catalogue.find(value.parameter()).stream())
                            .toList()
                    : chapter.groups().stream()
                            .flatMap(group -> catalogue.of(group).stream())
                            .filter(parameter ->
                                    chapter.only().isEmpty() || chapter.only().contains(parameter.id()))
                            .filter(parameter -> !chapter.except().contains(parameter.id()))
                            .toList();
            chapters.put(
                    chapter.title(),
                    parameters.stream()
                            .filter(parameter -> !SILENT.contains(parameter.id()))
                            .toList());
        }
        return chapters;
    }

    /** Chapters that say something, with their numbers. */
    private List<DocumentChapter> numbered(Numbering numbering, Map<Label, List<Parameter>> chapters) {
        var numbered = new ArrayList<DocumentChapter>();
        int all = 0;
        for (Map.Entry<Label, List<Parameter>> chapter : chapters.entrySet()) {
            var said = new ArrayList<DocumentClause>();
            for (Parameter parameter : chapter.getValue()) {
                for (DocumentClause clause : clauses.of(parameter)) {
                    String number = numbering.clause(numbered.size() + 1, said.size() + 1, ++all, language);
                    said.add(new DocumentClause(number, clause.text(), clause.table(), clause.parameter()));
                }
            }
            if (!said.isEmpty()) {
                numbered.add(new DocumentChapter(
                        numbering.chapter(numbered.size() + 1, language), language.of(chapter.getKey()), said));
            }
        }
        return numbered;
    }

    /** Every rule that is cited, with its state; only verified ones are a ground in the text (POL-08). */
    private Optional<DocumentAnnex> legalBasis() {
        Parameter parameter = Catalogue.builtIn().find("pol.legalBasis").orElseThrow();
        return clauses.value(parameter) instanceof List<?> rules && !rules.isEmpty()
                ? new ValueTables(clauses.words())
                        .of(parameter, rules)
                        .map(table -> new DocumentAnnex(
                                language.of("引用的法规及核实状态", "Cited rules and whether they are verified"),
                                List.of(language.of(
                                        "未经核实的法规不作为制定依据。", "A rule that is not verified is no ground of this regime.")),
                                table))
                : Optional.empty();
    }

    private List<DocumentAnnex> silent(Set<Parameter> printed) {
        var annexes = new ArrayList<DocumentAnnex>();
        for (Catalogue.Group group : Catalogue.builtIn().groups()) {
            var rows = new ArrayList<List<String>>();
            Catalogue.builtIn().of(group.kind()).stream()
                    .filter(parameter -> !printed.contains(parameter) && !SILENT.contains(parameter.id()))
                    .forEach(parameter -> rows.add(List.of(
                            language.of(parameter.name()),
                            clauses.words().value(parameter, clauses.value(parameter)))));
            if (!rows.isEmpty()) {
                annexes.add(new DocumentAnnex(
                        language.of("未作规定的事项：", "Where the regime is silent: ") + language.of(group.name()),
                        List.of(),
                        new DocumentTable(List.of(language.of("事项", "Matter"), language.of("执行", "Applied")), rows)));
            }
        }
        return annexes;
    }

    private Optional<DocumentAnnex> history() {
        if (source.history().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = source.history().stream()
                .map(past -> List.of(
                        past.validFrom().toString(),
                        past.name(),
                        String.join(
                                language.of("、", ", "),
                                past.kinds().stream().map(this::group).toList())))
                .toList();
        return Optional.of(new DocumentAnnex(
                language.of("修订记录", "History of changes"),
                List.of(),
                new DocumentTable(
                        List.of(
                                language.of("生效日期", "In force from"),
                                language.of("名称", "Name"),
                                language.of("修订内容", "What changed")),
                        rows)));
    }

    private String group(String kind) {
        return Catalogue.builtIn().groups().stream()
                .filter(group -> group.kind().equals(kind))
                .map(group -> language.of(group.name()))
                .findFirst()
                .orElse(kind);
    }

    private String first() {
        return source.validFrom() == null
                ? language.of("尚未发布，执行推荐默认制度", "not published; the recommended default applies")
                : day(source.validFrom());
    }

    private String day(LocalDate date) {
        return language.of(
                date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日", date.toString());
    }
}
