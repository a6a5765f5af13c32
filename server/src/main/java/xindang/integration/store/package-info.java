/** Tables and stored files of imports. */
@NullMarked
package xindang.integration.store;

import org.jspecify.annotations.NullMarked;
