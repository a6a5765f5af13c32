/** A planted look from intake at format. */
@NullMarked
package xindang.gates.planted.intake;

import org.jspecify.annotations.NullMarked;
