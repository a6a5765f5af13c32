@NullMarked
package xindang.acceptance.server;

import org.jspecify.annotations.NullMarked;
