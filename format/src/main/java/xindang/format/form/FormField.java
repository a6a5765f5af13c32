package xindang.format.form;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form (表单字段).
 *
 * @param code name in formulas and interfaces
 * @param kind what it holds
 * @param label what people read
 * @param help what to write; null without
 * @param required whether a record is incomplete without it, as long as it is visible
 * @param initial what a new record begins with; null for nothing
 * @param limits what fits
 * @param choices choices, in order; empty for other kinds
 * @param columns columns of a table; empty for other kinds
 * @param form form whose records are linked; null for other kinds
 * @param formula how it is computed; null for other kinds
 * @param visibleWhen condition under which it is there; null for always
 * @param access who sees and changes it
 * @param width thirds of the page's width, 1 to 3
 */
public record FormField(
        String code,
        FieldKind kind,
        Label label,
        @Nullable Label help,
        boolean required,
        @Nullable String initial,
        Limits limits,
        List<Choice> choices,
        List<FormField> columns,
        @Nullable String form,
        @Nullable Formula formula,
        @Nullable String visibleWhen,
        Access access,
        int width) {

    /** Copies the lists. */
    public FormField {
        choices = List.copyOf(choices);
        columns = List.copyOf(columns);
    }

    /** A choice (选项). */
    public record Choice(String code, Label label) {}

    /**
     * How a field is computed (公式).
     *
     * @param text the expression
     * @param gives what comes out
     */
    public record Formula(String text, Result gives) {}

    /**
     * What fits into a field (取值限制).
     *
     * @param min least number, amount or day; null for none
     * @param max greatest; null for none
     * @param longest most characters
     * @param decimals decimals of a number; those of an amount are its currency's
     * @param currency currency of amounts
     * @param rows most rows of a table
     */
    public record Limits(
            @Nullable String min, @Nullable String max, int longest, int decimals, Currency currency, int rows) {}

    /**
     * Who sees and changes a field (字段权限); an empty set is everybody.
     *
     * @param seenBy roles that see it
     * @param editedBy roles that change it, if they see it
     * @param maskedFor roles that see only that there is something, unless another role of theirs is not among them
     */
    public record Access(Set<String> seenBy, Set<String> editedBy, Set<String> maskedFor) {

        /** Copies the sets. */
        public Access {
            seenBy = Set.copyOf(seenBy);
            editedBy = Set.copyOf(editedBy);
            maskedFor = Set.copyOf(maskedFor);
        }

        /** Whether somebody with some roles sees that the field is there. */
        public boolean shows(Set<String> roles) {
            return seenBy.isEmpty() || roles.stream().anyMatch(seenBy::contains);
        }

        /** Whether somebody with some roles sees its value. */
        public boolean reveals(Set<String> roles) {
            return shows(roles) && (maskedFor.isEmpty() || !maskedFor.containsAll(roles));
        }

        /** Whether somebody with some roles changes it. */
        public boolean opens(Set<String> roles) {
            return reveals(roles) && (editedBy.isEmpty() || roles.stream().anyMatch(editedBy::contains));
        }

        /** Whether anybody may be kept from seeing its value. */
        public boolean isGuarded() {
            return !seenBy.isEmpty() || !maskedFor.isEmpty();
        }

        /** Whether whoever sees a value under this rule sees it under another one too. */
        public boolean isWithin(Access other) {
            boolean seen = other.seenBy.isEmpty() || (!seenBy.isEmpty() && other.seenBy.containsAll(seenBy));
            return seen && maskedFor.containsAll(other.maskedFor);
        }
    }

    /** Digits behind the point of its numbers. */
    public int digits() {
        boolean amount = kind == FieldKind.MONEY || (formula != null && formula.gives() == Result.MONEY);
        return amount ? limits.currency().getDefaultFractionDigits() : limits.decimals();
    }
}
