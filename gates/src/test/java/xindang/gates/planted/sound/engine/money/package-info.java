/** A sample that breaks no rule. */
@NullMarked
package xindang.gates.planted.sound.engine.money;

import org.jspecify.annotations.NullMarked;
