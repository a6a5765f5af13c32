/** Money (金额) and rates (费率): exact values in whole minor units, one currency each. Start with {@link xindang.engine.money.Money}. */
@NullMarked
package xindang.engine.money;

import org.jspecify.annotations.NullMarked;
