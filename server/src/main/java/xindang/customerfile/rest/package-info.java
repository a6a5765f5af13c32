/** Customer files over HTTP. */
@NullMarked
package xindang.customerfile.rest;

import org.jspecify.annotations.NullMarked;
