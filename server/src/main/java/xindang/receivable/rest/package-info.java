/** Receivables over HTTP. */
@NullMarked
package xindang.receivable.rest;

import org.jspecify.annotations.NullMarked;
