package xindang.identity;

import java.util.List;
import java.util.UUID;

/** What a person has that somebody else must take over before he goes (未移交事项); capabilities say so of their own. */
public interface OpenDuties {

    /** What it is: {@code files}, {@code slips}, {@code requests}, {@code imports} or {@code deputyships}. */
    String kind();

    /** How many there are, anywhere, whoever asks. */
    long left(UUID person);

    /** How many of them belong to some nodes; none of what belongs to a person alone. */
    default long leftAt(UUID person, List<UUID> nodes) {
        return 0;
    }
}
