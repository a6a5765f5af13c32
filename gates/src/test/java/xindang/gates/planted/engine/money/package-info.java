/** Samples that break the rules for exact money and for purity. */
@NullMarked
package xindang.gates.planted.engine.money;

import org.jspecify.annotations.NullMarked;
