/** Tests of this package. */
@NullMarked
package xindang.platform.rest;

import org.jspecify.annotations.NullMarked;
