package xindang.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import xindang.document.ContentStore.Received;
import xindang.platform.access.Caller;
import xindang.platform.access.SecrecyLevel;

/** Receives files (资料上传): judged outside of any transaction, as that may take a while, and stored within a short one. */
@Service
public class Uploads {

    private static final long MEBIBYTE = 1L << 20;

    private final ContentStore contents;
    private final ContentCheck check;
    private final Documents documents;
    private final long most;

    Uploads(
            ContentStore contents,
            ContentCheck check,
            Documents documents,
            @Value("${xindang.documents.most-megabytes}") long mostMegabytes) {
        this.contents = contents;
        this.check = check;
        this.documents = documents;
        this.most = mostMegabytes * MEBIBYTE;
    }

    /**
     * A file on its way.
     *
     * @param name name it was given
     * @param again whether the same content may be stored once more
     */
    public record Incoming(String name, InputStream content, boolean again) {}

    /** Stores a file as a new document of an object. */
    public DocumentDetail add(Caller caller, String kind, UUID object, SecrecyLevel level, Incoming file)
            throws IOException {
        String name = check.name(file.name());
        try (Received received = contents.receive(file.content(), most)) {
            DocumentType type = check.type(received.file(), received.size(), name);
            return documents.add(
                    caller, kind, object, level, new Documents.Arrived(name, type, received, file.again()));
        }
    }

    /** Stores a file as the next version of a document. */
    public DocumentDetail addVersion(Caller caller, UUID document, int version, String reason, Incoming file)
            throws IOException {
        String name = check.name(file.name());
        try (Received received = contents.receive(file.content(), most)) {
            DocumentType type = check.type(received.file(), received.size(), name);
            return documents.addVersion(
                    caller, document, version, reason, new Documents.Arrived(name, type, received, file.again()));
        }
    }
}
