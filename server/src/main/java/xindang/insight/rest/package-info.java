/** The portfolio over HTTP. */
@NullMarked
package xindang.insight.rest;

import org.jspecify.annotations.NullMarked;
