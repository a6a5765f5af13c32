/** Tables of identity (身份数据表). */
@NullMarked
package xindang.identity.store;

import org.jspecify.annotations.NullMarked;
