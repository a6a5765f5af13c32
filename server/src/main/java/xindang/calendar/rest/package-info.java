/** The calendar over HTTP. */
@NullMarked
package xindang.calendar.rest;

import org.jspecify.annotations.NullMarked;
