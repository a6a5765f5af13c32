/**
 * Letters (函件): templates that people write, filled in from what is known, numbered, printed and kept with the file they go to. Start reading
 * at {@link xindang.document.letter.Letters}.
 */
@NamedInterface("letter")
@NullMarked
package xindang.document.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
