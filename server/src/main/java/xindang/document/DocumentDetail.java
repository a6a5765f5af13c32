package xindang.document;

import java.util.List;
import java.util.UUID;
import xindang.platform.rest.NamedRef;

/**
 * A document with all its versions (资料详情).
 *
 * @param object what it belongs to
 * @param objectKind kind of that
 * @param handling how it is to be handled: its own level or its object's, whichever is higher
 * @param versions the latest first
 */
public record DocumentDetail(
        UUID id,
        String number,
        String title,
        NamedRef object,
        String objectKind,
        String level,
        String handling,
        List<DocumentVersion> versions) {

    /** Copies the list. */
    public DocumentDetail {
        versions = List.copyOf(versions);
    }

    /** The latest version. */
    public DocumentVersion latest() {
        return versions.getFirst();
    }
}
