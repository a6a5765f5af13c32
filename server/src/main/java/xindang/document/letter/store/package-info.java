/** Tables of letters and their templates (函件存储). */
@NullMarked
package xindang.document.letter.store;

import org.jspecify.annotations.NullMarked;
