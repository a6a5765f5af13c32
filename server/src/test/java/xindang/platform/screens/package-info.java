@NullMarked
package xindang.platform.screens;

import org.jspecify.annotations.NullMarked;
