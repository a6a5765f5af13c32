/** The calendar, asked from outside. */
@NullMarked
package xindang.calendar;

import org.jspecify.annotations.NullMarked;
