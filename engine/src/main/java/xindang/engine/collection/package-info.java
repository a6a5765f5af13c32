/**
 * Collection (催收): the ladder (催收阶梯) and which rung an overdue item has reached. Start with {@link
 * xindang.engine.collection.DunningRules}, the list of rules in force.
 */
@NullMarked
package xindang.engine.collection;

import org.jspecify.annotations.NullMarked;
