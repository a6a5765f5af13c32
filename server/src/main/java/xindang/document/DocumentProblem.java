package xindang.document;

import java.util.Locale;
import xindang.platform.problem.ProblemCode;

/** Refusals of documents (资料问题代码). */
public enum DocumentProblem implements ProblemCode {
    /** Nothing is in the file. */
    DOCUMENT_EMPTY(422),
    /** Larger than the house allows. */
    DOCUMENT_TOO_LARGE(413),
    /** A kind of content that is not stored. */
    DOCUMENT_TYPE_REFUSED(422),
    /** The name says another kind than the content. */
    DOCUMENT_NAME_MISMATCH(422),
    /** A name that no file can have everywhere. */
    DOCUMENT_NAME_UNFIT(422),
    /** Documents that the reader may see have the same content. */
    DOCUMENT_DUPLICATE(409),
    /** The content is none that can be shown page by page or as a picture. */
    DOCUMENT_NOT_SHOWN(409),
    /** What is stored is not what was stored: an alarm. */
    DOCUMENT_DAMAGED(500);

    private final int status;

    DocumentProblem(int status) {
        this.status = status;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
