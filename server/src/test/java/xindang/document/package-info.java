/** Documents: stored by content, versioned, never overwritten. */
@NullMarked
package xindang.document;

import org.jspecify.annotations.NullMarked;
