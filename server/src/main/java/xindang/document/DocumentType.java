package xindang.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be stored (允许的文件类型). A file's name must end as its content demands, so that nothing runs as what it is not. */
public enum DocumentType {
    PDF("application/pdf", Shown.PAGES, "pdf"),
    PNG("image/png", Shown.PICTURE, "png"),
    JPEG("image/jpeg", Shown.PICTURE, "jpg jpeg"),
    GIF("image/gif", Shown.PICTURE, "gif"),
    WEBP("image/webp", Shown.PICTURE, "webp"),
    BMP("image/bmp", Shown.PICTURE, "bmp"),
    TIFF("image/tiff", Shown.CARD, "tif tiff"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Shown.CARD, "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Shown.CARD, "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", Shown.CARD, "pptx"),
    /** The Chinese format of fixed pages (版式文件). */
    OFD("application/ofd", Shown.CARD, "ofd"),
    /** Office files of before 2007. */
    OFFICE("application/x-tika-msoffice", Shown.CARD, "doc xls ppt"),
    TEXT("text/plain", Shown.CARD, "txt csv");

    /** How the screen shows it. */
    public enum Shown {
        /** Page by page. */
        PAGES,
        /** As a picture. */
        PICTURE,
        /** Not itself: a card with what is known of it. */
        CARD
    }

    private final String mime;
    private final Shown shown;
    private final String endings;

    DocumentType(String mime, Shown shown, String endings) {
        this.mime = mime;
        this.shown = shown;
        this.endings = endings;
    }

    /** The type with a code. */
    public static DocumentType named(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The type that a media type names. */
    static Optional<DocumentType> ofMime(String mime) {
        return Arrays.stream(values()).filter(one -> one.mime.equals(mime)).findFirst();
    }

    /** All endings that names may have. */
    static List<String> allEndings() {
        return Arrays.stream(values()).flatMap(one -> one.endings().stream()).toList();
    }

    /** Code in interfaces and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Media type it is sent as. */
    public String mime() {
        return mime;
    }

    /** How the screen shows it. */
    public Shown shown() {
        return shown;
    }

    /** Endings that names of it may have. */
    List<String> endings() {
        return List.of(endings.split(" ", -1));
    }
}
