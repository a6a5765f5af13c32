/** Keeping secrets over HTTP. */
@NullMarked
package xindang.secrecy.rest;

import org.jspecify.annotations.NullMarked;
