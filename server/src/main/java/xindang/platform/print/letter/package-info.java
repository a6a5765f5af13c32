/**
 * Letters in large numbers (批量信函): laid out by a few rules and written as PDF straight away, as a general layout engine makes a dozen a
 * second and a month's end needs tens of thousands. Start reading at {@link xindang.platform.print.letter.LetterPrinter}.
 */
@NullMarked
package xindang.platform.print.letter;

import org.jspecify.annotations.NullMarked;
