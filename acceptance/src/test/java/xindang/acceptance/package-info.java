/** Black-box scenarios and the gates over the whole build: requirements, architecture, sizes, words, licences. */
@NullMarked
package xindang.acceptance;

import org.jspecify.annotations.NullMarked;
