/** Forms over HTTP. */
@NullMarked
package xindang.forms.rest;

import org.jspecify.annotations.NullMarked;
