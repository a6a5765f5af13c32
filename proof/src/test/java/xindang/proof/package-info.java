@NullMarked
package xindang.proof;

import org.jspecify.annotations.NullMarked;
