package xindang.document.letter;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import xindang.platform.access.Reach;

/** A capability that knows something for letters to customers (函件数据来源); the fields of each begin with its own word. */
public interface LetterSource {

    /** What it can say once in a letter. */
    List<LetterField> fields();

    /** What it can list. */
    default List<LetterList> lists() {
        return List.of();
    }

    /**
     * What it knows of some customers.
     *
     * @param reach files out of reach are left out
     * @param files customer files, some hundreds at most
     * @param date business date it is true on
     * @return values by file
     */
    Map<UUID, LetterValues> of(Reach reach, Collection<UUID> files, LocalDate date);
}
