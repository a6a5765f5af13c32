/**
 * The {@code assess} command: from a receivables ledger to credit decisions. Start with {@link xindang.assess.Main}; the
 * run itself is {@link xindang.assess.AssessRun}.
 */
@NullMarked
package xindang.assess;

import org.jspecify.annotations.NullMarked;
