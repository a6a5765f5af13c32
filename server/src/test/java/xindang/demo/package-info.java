@NullMarked
package xindang.demo;

import org.jspecify.annotations.NullMarked;
