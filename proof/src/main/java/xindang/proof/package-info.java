/**
 * Proof (存证): the command {@code verify-log}, which needs only an evidence package or a receipt and a public key. Start
 * with {@link xindang.proof.Main}; what it checks is in {@link xindang.proof.evidence}.
 */
@NullMarked
package xindang.proof;

import org.jspecify.annotations.NullMarked;
