/** Tests of the server as a whole. */
@NullMarked
package xindang;

import org.jspecify.annotations.NullMarked;
