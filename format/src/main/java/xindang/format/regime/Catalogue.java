package xindang.format.regime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import xindang.engine.evaluation.Label;
import xindang.format.Body;

/** All parameters of the regime and the names of their codes (参数目录), read once from the resources. */
public final class Catalogue {

    private final List<Group> groups;
    private final Map<String, Parameter> parameters;
    private final Map<String, Map<String, Label>> names;

    private Catalogue(List<Group> groups, Map<String, Parameter> parameters, Map<String, Map<String, Label>> names) {
        this.groups = List.copyOf(groups);
        this.parameters = Collections.unmodifiableMap(parameters);
        this.names = Collections.unmodifiableMap(names);
    }

    /**
     * A group of parameters, which is a kind of policy.
     *
     * @param kind kind, such as {@code hnd}
     * @param name how people call it
     */
    public record Group(String kind, Label name) {}

    private static final class BuiltIn {
        private static final Catalogue ALL = load();

        private static Catalogue load() {
            Body file = Resources.read("catalogue.json");
            List<Group> groups = file.objects("groups").stream()
                    .map(group -> new Group(group.text("id"), label(group)))
                    .toList();
            Map<String, Parameter> parameters = file.objects("parameters").stream()
                    .map(Catalogue::parameter)
                    .collect(Collectors.toMap(Parameter::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
            Body lists = Resources.read("names.json");
            var names = new LinkedHashMap<String, Map<String, Label>>();
            lists.names().stream()
                    .filter(name -> !name.equals("format"))
                    .forEach(name -> names.put(name, labels(lists.object(name))));
            return new Catalogue(groups, parameters, names);
        }
    }

    /** The catalogue of this program. */
    public static Catalogue builtIn() {
        return BuiltIn.ALL;
    }

    /** The groups, in the order of the regime. */
    public List<Group> groups() {
        return groups;
    }

    /** All parameters, in the order of the regime. */
    public List<Parameter> parameters() {
        return List.copyOf(parameters.values());
    }

    /** The parameters of a kind. */
    public List<Parameter> of(String kind) {
        return parameters.values().stream()
                .filter(parameter -> parameter.kind().equals(kind))
                .toList();
    }

    /** A parameter by its id. */
    public Optional<Parameter> find(String id) {
        return Optional.ofNullable(parameters.get(id));
    }

    /** Lists of names by their name, such as {@code roles}: names by code. */
    public Map<String, Map<String, Label>> names() {
        return names;
    }

    private static Parameter parameter(Body one) {
        return new Parameter(
                one.text("id"),
                label(one),
                new Label(one.text("aboutZh"), one.text("aboutEn")),
                one.text("form"),
                Trees.object(one.value("schema")),
                one.value("default"),
                one.optionalText("unit").orElse(null),
                one.optionalObject("labels").map(Catalogue::labels).orElse(Map.of()),
                one.optionalText("names").orElse(null),
                one.text("origin"),
                one.texts("requirements"),
                one.texts("conflicts"),
                one.whole("tier"));
    }

    private static Map<String, Label> labels(Body all) {
        var labels = new LinkedHashMap<String, Label>();
        all.names().forEach(code -> labels.put(code, label(all.object(code))));
        return labels;
    }

    static Label label(Body body) {
        return new Label(body.text("zh"), body.text("en"));
    }
}
