/** Tables of credit files. */
@NullMarked
package xindang.customerfile.store;

import org.jspecify.annotations.NullMarked;
