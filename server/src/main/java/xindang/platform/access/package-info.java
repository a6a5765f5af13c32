/**
 * Who may call what (访问控制): every endpoint declares its right and its scope of data; without a declaration it is closed.
 * Start reading at {@link xindang.platform.access.Right}.
 */
@NullMarked
package xindang.platform.access;

import org.jspecify.annotations.NullMarked;
