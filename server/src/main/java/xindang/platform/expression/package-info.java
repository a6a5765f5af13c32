/**
 * Expressions that users write (表达式): formulas and conditions in the Common Expression Language, typed, without side effects and
 * within limits (docs/adr/0115). Start reading at {@link xindang.platform.expression.Expressions}.
 */
@NullMarked
package xindang.platform.expression;

import org.jspecify.annotations.NullMarked;
