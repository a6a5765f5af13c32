/** Tables of secrecy (保密表). */
@NullMarked
package xindang.secrecy.store;

import org.jspecify.annotations.NullMarked;
