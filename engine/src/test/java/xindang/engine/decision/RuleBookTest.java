package xindang.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private record OldCustomersAreTrusted(RuleId id) implements Rule {}

    private static Rule rule(int revision) {
        return new OldCustomersAreTrusted(RuleId.of(OldCustomersAreTrusted.class, revision));
    }

    /** Only its name matters. */
    private static final class DSOStaysBelow90Revision2 {}

    @Test
    void an_id_is_the_class_name_in_kebab_case_and_a_revision() {
        assertThat(rule(1).id()).hasToString("old-customers-are-trusted@1");
        assertThat(RuleId.parse("old-customers-are-trusted@1")).isEqualTo(rule(1).id());
        assertThat(RuleId.of(DSOStaysBelow90Revision2.class, 2)).hasToString("dsostays-below90@2");
        assertThatThrownBy(() -> RuleId.parse("no-revision")).hasMessageContaining("no-revision");
        assertThatThrownBy(() -> RuleId.parse("@1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RuleId("x", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RuleId("", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_book_holds_earlier_revisions_for_replay() {
        var book = new RuleBook<>(List.of(rule(2)), List.of(rule(1)));
        assertThat(book.ids()).containsExactly(new RuleId("old-customers-are-trusted", 2));
        assertThat(book.revisions(List.of(new RuleId("old-customers-are-trusted", 1))))
                .containsExactly(rule(1));
        assertThatThrownBy(() -> book.revisions(List.of(new RuleId("old-customers-are-trusted", 3))))
                .hasMessageContaining("holds no rule old-customers-are-trusted@3");
    }

    @Test
    void one_id_or_one_rule_never_stands_twice() {
        assertThatThrownBy(() -> new RuleBook<>(List.of(rule(1)), List.of(rule(1))))
                .hasMessageContaining("two rules");
        assertThatThrownBy(() -> new RuleBook<>(List.of(rule(1), rule(2)), List.of()))
                .hasMessageContaining("two revisions");
    }
}
