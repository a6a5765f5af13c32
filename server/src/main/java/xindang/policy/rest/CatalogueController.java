package xindang.policy.rest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xindang.engine.evaluation.Label;
import xindang.format.regime.Catalogue;
import xindang.format.regime.Composition;
import xindang.format.regime.Parameter;
import xindang.format.regime.Preset;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/** What parameters there are, and the sample regimes that set them (参数目录与制度样本). */
@RestController
@RequestMapping("/api/v1/policy")
class CatalogueController {

    private static final CacheControl FOR_AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

    record RegimeGroup(String kind, Label name) {}

    /**
     * A parameter.
     *
     * @param standard value of the recommended regime
     * @param labels names of its codes; those of its list of names are not repeated
     */
    record RegimeParameter(
            String id,
            String kind,
            String key,
            Label name,
            Label about,
            String form,
            Map<String, @Nullable Object> schema,
            @Nullable Object standard,
            @Nullable String unit,
            Map<String, Label> labels,
            @Nullable String names,
            List<String> requirements,
            List<String> conflicts,
            int tier) {

        static RegimeParameter of(Parameter one) {
            return new RegimeParameter(
                    one.id(),
                    one.kind(),
                    one.key(),
                    one.name(),
                    one.about(),
                    one.form(),
                    one.schema(),
                    one.standard(),
                    one.unit(),
                    one.labels(),
                    one.names(),
                    one.requirements(),
                    one.conflicts(),
                    one.tier());
        }
    }

    record RegimeCatalogue(
            List<RegimeGroup> groups, List<RegimeParameter> parameters, Map<String, Map<String, Label>> names) {}

    record PresetLine(String id, Label name, Label about, boolean synthetic, int chapters, int stated) {}

    record PresetChapter(int number, Label title) {}

    /**
     * What a sample says of a parameter.
     *
     * @param state {@code fixed}, {@code named} or {@code blank}
     * @param value value that applies with this sample
     * @param clause where it says so
     */
    record PresetValue(
            String parameter, String state, @Nullable Object value, String clause, int chapter) {}

    record PresetWhole(
            String id,
            Label name,
            Label about,
            boolean synthetic,
            List<PresetChapter> chapters,
            List<PresetValue> values) {}

    @GetMapping("/catalogue")
    @Right(value = "policy.read", scope = Scope.INSTALLATION)
    ResponseEntity<RegimeCatalogue> catalogue() {
        Catalogue all = Catalogue.builtIn();
        return ResponseEntity.ok()
                .cacheControl(FOR_AN_HOUR)
                .body(new RegimeCatalogue(
                        all.groups().stream()
                                .map(group -> new RegimeGroup(group.kind(), group.name()))
                                .toList(),
                        all.parameters().stream().map(RegimeParameter::of).toList(),
                        all.names()));
    }

    @GetMapping("/presets")
    @Right(value = "policy.read", scope = Scope.INSTALLATION)
    List<PresetLine> presets() {
        return Preset.all().stream()
                .map(preset -> new PresetLine(
                        preset.id(),
                        preset.name(),
                        preset.about(),
                        preset.synthetic(),
                        preset.chapters().size(),
                        preset.values().size()))
                .toList();
    }

    @GetMapping("/presets/{preset}")
    @Right(value = "policy.read", scope = Scope.INSTALLATION)
    PresetWhole preset(@PathVariable String preset) {
        Preset one = Preset.find(preset).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        var effective = new LinkedHashMap<String, @Nullable Object>();
        Composition.of(one)
                .kinds()
                .forEach((kind, part) -> Catalogue.builtIn()
                        .of(kind)
                        .forEach(parameter ->
                                effective.put(parameter.id(), part.body().get(parameter.key()))));
        return new PresetWhole(
                one.id(),
                one.name(),
                one.about(),
                one.synthetic(),
                IntStream.range(0, one.chapters().size())
                        .mapToObj(at ->
                                new PresetChapter(at + 1, one.chapters().get(at).title()))
                        .toList(),
                one.values().stream()
                        .map(value -> new PresetValue(
                                value.parameter(),
                                value.state().name().toLowerCase(Locale.ROOT),
                                effective.get(value.parameter()),
                                value.clause(),
                                value.chapter()))
                        .toList());
    }
}
