/** Tests of imports. */
@NullMarked
package xindang.integration;

import org.jspecify.annotations.NullMarked;
