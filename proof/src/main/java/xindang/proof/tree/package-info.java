/**
 * The Merkle tree (默克尔树) of RFC 9162 section 2.1: leaves, roots, proofs of inclusion and of consistency. Start with
 * {@link xindang.proof.tree.Frontier}, which appends, and {@link xindang.proof.tree.Proofs}, which proves.
 */
@NullMarked
package xindang.proof.tree;

import org.jspecify.annotations.NullMarked;
