/** The {@code assess} and {@code replay} commands from outside: real processes, real files. */
@NullMarked
package xindang.acceptance.assess;

import org.jspecify.annotations.NullMarked;
