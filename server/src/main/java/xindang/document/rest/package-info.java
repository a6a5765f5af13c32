/** Documents over HTTP. */
@NullMarked
package xindang.document.rest;

import org.jspecify.annotations.NullMarked;
