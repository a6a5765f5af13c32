/** What the planted intake must not see. */
@NullMarked
package xindang.gates.planted.format;

import org.jspecify.annotations.NullMarked;
