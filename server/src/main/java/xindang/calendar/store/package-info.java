/** Tables of the calendar (日历表). */
@NullMarked
package xindang.calendar.store;

import org.jspecify.annotations.NullMarked;
