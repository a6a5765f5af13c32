/** One class per warning rule (预警规则), named as a sentence. The list of those in force is in {@code WarningRules}. */
@NullMarked
package xindang.engine.warning.rules;

import org.jspecify.annotations.NullMarked;
