/** One class per dunning rule (催收规则), named as a sentence. The list of those in force is in {@code DunningRules}. */
@NullMarked
package xindang.engine.collection.rules;

import org.jspecify.annotations.NullMarked;
