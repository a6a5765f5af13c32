/** The warnings over HTTP. */
@NullMarked
package xindang.warning.rest;

import org.jspecify.annotations.NullMarked;
