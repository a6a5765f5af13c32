/** Tables of documents (资料表) and the folder of their contents. */
@NullMarked
package xindang.document.store;

import org.jspecify.annotations.NullMarked;
