/**
 * Evidence packages (证据包) and receipts (回执): how they are written and how they are verified with nothing but a public
 * key. Start with {@link xindang.proof.evidence.EvidenceWriter} and {@link xindang.proof.evidence.EvidenceVerifier}.
 */
@NullMarked
package xindang.proof.evidence;

import org.jspecify.annotations.NullMarked;
