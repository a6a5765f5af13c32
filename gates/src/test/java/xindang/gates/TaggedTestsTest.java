package xindang.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaggedTestsTest {

    private static final Path CLASSES = Modules.repository(Path.of("")).resolve("gates/target/test-classes");

    private static final Map<String, TaggedTest> SAMPLES =
            TaggedTests.in(List.of(CLASSES.resolve("xindang/gates/planted/tags")), type -> true).stream()
                    .collect(Collectors.toMap(TaggedTest::name, Function.identity()));

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            method,                                     kind,         external, test,  disabled, ids
            TaggedSamples.unit,                         UNIT,         false,    true,  false,    AR-01
            TaggedSamples.command,                      COMMAND_LINE, false,    true,  false,    AR-01 AR-02
            TaggedSamples.acceptance,                   ACCEPTANCE,   false,    true,  false,    AR-02
            TaggedSamples.browser,                      BROWSER,      true,     true,  false,    AR-03
            TaggedSamples.table,                        COMMAND_LINE, false,    true,  false,    AR-03
            TaggedSamples.noTest,                       UNIT,         false,    false, false,    AR-04
            TaggedSamples.OnOutsideData.Deeper.inherits, UNIT,        true,     true,  false,    AR-05
            TaggedSamples.SwitchedOff.off,              UNIT,         false,    true,  true,     AR-06""")
    void the_kind_is_read_from_method_class_and_meta_annotation(
            String method, TestKind kind, boolean external, boolean test, boolean disabled, String ids) {
        assertThat(SAMPLES)
                .extractingByKey(method)
                .returns(kind, TaggedTest::kind)
                .returns(external, TaggedTest::external)
                .returns(test, TaggedTest::test)
                .returns(disabled, TaggedTest::disabled)
                .returns(List.of(ids.split(" ", -1)), TaggedTest::ids);
    }

    @Test
    void methods_without_the_tag_are_not_found() {
        assertThat(SAMPLES).hasSize(8).doesNotContainKey("TaggedSamples.untagged");
    }

    @Test
    void planted_samples_are_never_counted_for_the_repository() {
        assertThat(TaggedTests.ofRepository(Modules.repository(Path.of(""))))
                .extracting(TaggedTest::className)
                .noneMatch(name -> name.startsWith("TaggedSamples"));
    }
}
