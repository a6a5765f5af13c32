package xindang.platform.print.letter;

import java.util.List;

/**
 * A letter before it is printed (信函).
 *
 * @param title title in the file's properties
 * @param blocks what it says, from top to bottom
 * @param foot line at the foot of every page, beside the number of the page
 */
public record Letter(String title, List<Block> blocks, String foot) {

    /** Copies the list. */
    public Letter {
        blocks = List.copyOf(blocks);
    }
}
