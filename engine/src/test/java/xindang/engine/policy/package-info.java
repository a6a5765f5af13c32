/** How numbers are formed. */
@NullMarked
package xindang.engine.policy;

import org.jspecify.annotations.NullMarked;
