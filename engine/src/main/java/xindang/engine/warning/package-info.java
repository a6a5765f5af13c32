/**
 * Early warning (信用预警): graded rules over a customer's receivables, grade and payment trend. Start with {@link
 * xindang.engine.warning.WarningRules}, the list of rules in force; each rule is one small class in {@code rules}.
 */
@NullMarked
package xindang.engine.warning;

import org.jspecify.annotations.NullMarked;
