/**
 * The calendar (日历): working days (工作日), deadlines (期限) and what happens to those that fall on other days (顺延). Start with
 * {@link xindang.engine.calendar.Deadline}. Requirement QUA-06.
 */
@NullMarked
package xindang.engine.calendar;

import org.jspecify.annotations.NullMarked;
