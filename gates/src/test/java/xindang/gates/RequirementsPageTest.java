package xindang.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static xindang.gates.RequirementRegisterTest.entry;
import static xindang.gates.RequirementRegisterTest.test;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequirementsPageTest {

    private static final RequirementRegister REGISTER = RequirementRegister.of(
            List.of(
                    new RequirementEntry("AR-01", "A | B", "Receivables", "Given x|y,\n when z, then\tw.", null),
                    entry("AR-02", "Given a, when b, then c.", "contract"),
                    entry("AR-03", "Given a, when b, then c.", null),
                    entry("AR-04", null, null)),
            List.of(
                    test("first", "command-line", "AR-01", "AR-02"),
                    test("second", "unit", "AR-01"),
                    test("outside", "unit external", "AR-03")),
            Set.of());

    @Test
    void each_requirement_is_exactly_one_line_and_bars_are_escaped() {
        assertThat(RequirementsPage.text(REGISTER).lines().filter(line -> line.startsWith("| AR-")))
                .containsExactly(
                        "| AR-01 | A \\| B | done | Given x\\|y, when z, then w. `Sample.first`, `Sample.second` |",
                        "| AR-02 | Title of AR-02 | partial (needs: contract) | Given a, when b, then c. `Sample.first` |",
                        "| AR-03 | Title of AR-03 | none | Given a, when b, then c."
                                + " (only tests on outside data, which do not count) `Sample.outside` (external) |",
                        "| AR-04 | Title of AR-04 | none |  |");
    }

    @Test
    void the_head_counts_the_states() {
        assertThat(RequirementsPage.text(REGISTER))
                .contains("4 requirements: 1 done (a test from outside proves it), 1 partial")
                .contains("2 none.");
    }
}
