/** Tests of this package. */
@NullMarked
package xindang.policy;

import org.jspecify.annotations.NullMarked;
