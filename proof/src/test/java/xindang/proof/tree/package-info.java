@NullMarked
package xindang.proof.tree;

import org.jspecify.annotations.NullMarked;
