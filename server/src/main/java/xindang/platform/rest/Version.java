package xindang.platform.rest;

import org.jspecify.annotations.Nullable;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/** Versions of single objects (对象版本): sent as {@code ETag}, demanded back in {@code If-Match} by changes. */
public final class Version {

    private Version() {}

    /** The ETag of a version. */
    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that a change starts from; give it to the {@code where} of the update, and refuse with
     * {@link #stale()} if that hits no row.
     *
     * @param ifMatch the header
     * @throws Refusal 428 without the header, 412 if it cannot be a version of ours
     */
    public static int required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.of(Code.PRECONDITION_REQUIRED);
        }
        String text = ifMatch.strip();
        if (!text.matches("\"\\d{1,9}\"")) {
            throw stale();
        }
        return Integer.parseInt(text.substring(1, text.length() - 1));
    }

    /** Refusal of a change whose start is no longer the present version. */
    public static Refusal stale() {
        return Refusal.of(Code.STALE);
    }
}
