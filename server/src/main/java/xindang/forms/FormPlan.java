package xindang.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xindang.format.form.FormDefinition;
import xindang.format.form.FormField;
import xindang.format.form.FormValues;
import xindang.platform.expression.Expression;

/**
 * A form that can be filled in (可用表单): its expressions compiled, its fields in an order in which each follows what it is computed from.
 *
 * @param form definition
 * @param values what fits into the fields
 * @param steps fields in the order of computing
 */
record FormPlan(FormDefinition form, FormValues values, List<Step> steps) {

    FormPlan {
        steps = List.copyOf(steps);
    }

    /**
     * What is computed of a field.
     *
     * @param formula of a computed field
     * @param visible condition under which it is there; null for always
     * @param columns formulas of computed columns, by column
     */
    record Step(
            FormField field,
            @Nullable Expression formula,
            @Nullable Expression visible,
            Map<String, Expression> columns) {

        Step {
            columns = Map.copyOf(columns);
        }

        /** Names it reads. */
        Set<String> uses() {
            var uses = new TreeSet<String>();
            Optional.ofNullable(formula).ifPresent(one -> uses.addAll(one.uses()));
            Optional.ofNullable(visible).ifPresent(one -> uses.addAll(one.uses()));
            return uses;
        }
    }
}
