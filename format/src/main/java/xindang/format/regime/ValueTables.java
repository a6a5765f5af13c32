package xindang.format.regime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.engine.evaluation.Label;
import xindang.format.Body;

/** Values of several members as tables (参数表格). */
final class ValueTables {

    private final RegimeWords words;
    private final Language language;

    ValueTables(RegimeWords words) {
        this.words = words;
        this.language = words.language();
    }

    /** A value as a table; nothing for one that a sentence can say. */
    Optional<RegimeDocument.DocumentTable> of(Parameter parameter, @Nullable Object value) {
        if (value instanceof List<?> rows && rows.stream().anyMatch(Map.class::isInstance)) {
            return Optional.of(rows(parameter, rows));
        }
        if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> members = Trees.object(map);
        if (parameter.id().equals("rat.policyTable") && members.get("rows") instanceof List<?> rows) {
            return Optional.of(rows(parameter, rows));
        }
        if (parameter.form().equals("map")
                && members.values().stream().allMatch(member -> member instanceof Map<?, ?>)) {
            return Optional.of(keyed(parameter, members));
        }
        return Optional.of(pairs(parameter, members));
    }

    /** The grades of a scale, best first; what no grade says is no column. */
    RegimeDocument.DocumentTable grades(Body scale, boolean withScores) {
        List<Body> grades = scale.objects("grades");
        boolean meanings = grades.stream().anyMatch(grade -> !meaning(grade).isEmpty());
        var head = new ArrayList<String>();
        head.add(language.of("等级", "Grade"));
        if (meanings) {
            head.add(language.of("含义", "Meaning"));
        }
        if (withScores) {
            head.add(language.of("最低分", "Lowest score"));
        }
        var rows = new ArrayList<List<String>>();
        for (Body grade : grades) {
            var row = new ArrayList<String>();
            row.add(grade.text("code"));
            if (meanings) {
                row.add(meaning(grade));
            }
            if (withScores) {
                row.add(grade.optionalText("minScore").orElse("—"));
            }
            rows.add(row);
        }
        return new RegimeDocument.DocumentTable(head, rows);
    }

    private String meaning(Body grade) {
        Body meaning = grade.object("meaning");
        return language.of(new Label(meaning.text("zh"), meaning.text("en")));
    }

    private RegimeDocument.DocumentTable rows(Parameter parameter, List<?> rows) {
        var names = new LinkedHashSet<String>();
        rows.forEach(row -> names.addAll(Trees.object(row).keySet()));
        var cells = new ArrayList<List<String>>();
        for (Object row : rows) {
            Map<String, @Nullable Object> members = Trees.object(row);
            cells.add(names.stream().map(name -> cell(parameter, members, name)).toList());
        }
        return new RegimeDocument.DocumentTable(
                names.stream().map(name -> words.head(parameter, name)).toList(), cells);
    }

    /** Objects by key: the key is the first column. */
    private RegimeDocument.DocumentTable keyed(Parameter parameter, Map<String, @Nullable Object> members) {
        var names = new LinkedHashSet<String>();
        members.values().forEach(member -> names.addAll(Trees.object(member).keySet()));
        var head = new ArrayList<String>();
        head.add(first(parameter));
        names.forEach(name -> head.add(words.head(parameter, name)));
        var cells = new ArrayList<List<String>>();
        members.forEach((key, member) -> {
            var row = new ArrayList<String>();
            row.add(words.code(parameter, key));
            names.forEach(name -> row.add(cell(parameter, Trees.object(member), name)));
            cells.add(row);
        });
        return new RegimeDocument.DocumentTable(head, cells);
    }

    private RegimeDocument.DocumentTable pairs(Parameter parameter, Map<String, @Nullable Object> members) {
        var cells = new ArrayList<List<String>>();
        members.forEach(
                (name, member) -> cells.add(List.of(words.head(parameter, name), words.value(parameter, member))));
        return new RegimeDocument.DocumentTable(List.of(first(parameter), second(parameter)), cells);
    }

    private String first(Parameter parameter) {
        return Sentences.builtIn()
                .of(parameter.id())
                .flatMap(sentence -> Optional.ofNullable(sentence.key()))
                .map(language::of)
                .orElse(language.of("项目", "Item"));
    }

    private String second(Parameter parameter) {
        return Sentences.builtIn()
                .of(parameter.id())
                .flatMap(sentence -> Optional.ofNullable(sentence.entry()))
                .map(language::of)
                .orElse(language.of("规定", "Rule"));
    }

    private String cell(Parameter parameter, Map<String, @Nullable Object> members, String name) {
        return members.get(name) == null ? "—" : words.value(parameter, members.get(name));
    }
}
