/**
 * Signed checkpoints (检查点) of a log and the keys that sign them. Start with {@link
 * xindang.proof.checkpoint.Checkpoint}, then {@link xindang.proof.checkpoint.Signer}.
 */
@NullMarked
package xindang.proof.checkpoint;

import org.jspecify.annotations.NullMarked;
