/** Tests of policy and record formats. */
@NullMarked
package xindang.format;

import org.jspecify.annotations.NullMarked;
