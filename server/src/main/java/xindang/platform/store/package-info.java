/** Tables of the platform (平台数据表). */
@NullMarked
package xindang.platform.store;

import org.jspecify.annotations.NullMarked;
