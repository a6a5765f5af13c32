/** Tests of this package. */
@NullMarked
package xindang.platform.jobs;

import org.jspecify.annotations.NullMarked;
