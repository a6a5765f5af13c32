/** Addresses of imports. */
@NullMarked
package xindang.integration.rest;

import org.jspecify.annotations.NullMarked;
