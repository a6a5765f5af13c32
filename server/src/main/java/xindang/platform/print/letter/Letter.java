package xindang.platform.print.letter;

import java.util.List;
import java.util.stream.Stream;

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

    /** All that it says. */
    Stream<String> texts() {
        return Stream.concat(Stream.of(foot), blocks.stream().flatMap(block -> switch (block) {
            case Block.Text text -> Stream.of(text.text());
            case Block.Table table -> table.rows().stream().flatMap(List::stream);
            case Block.Gap _, Block.Code _ -> Stream.empty();
        }));
    }
}
