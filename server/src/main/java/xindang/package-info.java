/** The server of Xindang (信档): one package per capability. Start reading at {@link xindang.XindangServer}. */
@NullMarked
package xindang;

import org.jspecify.annotations.NullMarked;
