package xindang.policy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/** Reading and acknowledging a published regime (制度阅读确认). */
public final class Reading {

    private Reading() {}

    /**
     * Who reads what is published at a node.
     *
     * @param roles codes of presets
     * @param withinDays calendar days from its first day
     * @param version version for changes; 0 if nothing was set yet
     */
    public record Rule(List<String> roles, int withinDays, int version) {

        /** Copies the list. */
        public Rule {
            roles = List.copyOf(roles);
        }
    }

    /**
     * The publication that is to be read: the latest one at a node.
     *
     * @param draft draft it came from
     * @param name how it was called
     * @param node node it holds at and below
     * @param at when it was published
     * @param validFrom first day
     */
    public record Edition(UUID draft, String name, NamedRef node, OffsetDateTime at, LocalDate validFrom) {}

    /**
     * Something somebody has yet to read.
     *
     * @param until last day for it
     */
    public record Due(Edition publication, LocalDate until) {}

    /**
     * A reader.
     *
     * @param person who
     * @param at when he acknowledged; null if he has not
     */
    public record Reader(NamedRef person, @Nullable OffsetDateTime at) {}

    /**
     * How far the reading of a node's regime has come.
     *
     * @param publication what is read; null if nothing was published since readers were set
     * @param until last day
     * @param readers those in the roles today, and others who acknowledged; those who have not come first
     */
    public record Progress(
            Rule rule,
            @Nullable Edition publication,
            @Nullable LocalDate until,
            List<Reader> readers) {

        /** Copies the list. */
        public Progress {
            readers = List.copyOf(readers);
        }
    }
}
