package xindang.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.SafeText;

/**
 * Judges a file by its content (按内容识别文件类型), never by its name alone. Nothing is unpacked: of files that are archives the
 * directory is read.
 */
@Component
class ContentCheck {

    private static final int LONGEST_NAME = 200;
    private static final int BEGINNING = 1 << 16;
    private static final int MOST_PARTS = 10_000;
    private static final long MOST_UNPACKED = 2L << 30;
    /** Parts of paths, marks of other systems, control and direction marks: none of them belongs in the name of a document. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\uFFFD/\\\\:*?\"<>|]");

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String UNKNOWN = "application/octet-stream";
    private static final String ZIP = "application/zip";

    private final Tika tika = new Tika();

    /**
     * The name of a file, as it may be kept.
     *
     * @throws Refusal 422 for one that no file can have everywhere
     */
    String name(String given) {
        String name = given.strip();
        boolean fit = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && SafeText.isStorable(name)
                && !UNFIT.matcher(name).find()
                && !name.startsWith(".")
                && !name.endsWith(".");
        if (!fit) {
            throw Refusal.of(DocumentProblem.DOCUMENT_NAME_UNFIT, Reason.field("file", "unfit-name"));
        }
        return name;
    }

    /**
     * What a file is.
     *
     * @param name name that {@link #name} found fit
     * @throws Refusal 422 for what is empty, not stored, or named as something else
     */
    DocumentType type(Path file, long size, String name) throws IOException {
        if (size == 0) {
            throw Refusal.of(DocumentProblem.DOCUMENT_EMPTY, Reason.field("file", "empty"));
        }
        byte[] beginning = beginning(file);
        String mime = tika.detect(beginning);
        DocumentType type = known(file, mime)
                .or(() -> mime.equals(UNKNOWN) && isChineseText(beginning)
                        ? Optional.of(DocumentType.TEXT)
                        : Optional.empty())
                .orElseThrow(() -> refused(mime));
        String ending = ending(name);
        if (!type.endings().contains(ending)) {
            throw Refusal.of(
                    DocumentProblem.DOCUMENT_NAME_MISMATCH,
                    new Reason(
                            null,
                            "file",
                            Map.of(
                                    "code",
                                    "name-mismatch",
                                    "ending",
                                    ending,
                                    "type",
                                    String.join(" ", type.endings()))));
        }
        return type;
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(BEGINNING);
        }
    }

    private static Optional<DocumentType> known(Path file, String mime) {
        return mime.equals(ZIP) || mime.equals("application/x-tika-ooxml") ? packed(file) : DocumentType.ofMime(mime);
    }

    /** Tables and notes of Chinese offices are often written in GB18030, which the library takes for anything. */
    private static boolean isChineseText(byte[] beginning) {
        for (byte one : beginning) {
            if (one >= 0 && one < ' ' && "\t\n\f\r".indexOf(one) < 0) {
                return false;
            }
        }
        var letters = CharBuffer.allocate(beginning.length + 1);
        return !GB18030.newDecoder()
                .decode(ByteBuffer.wrap(beginning), letters, false)
                .isError();
    }

    /** Office files and OFD are archives that hold certain parts; other archives are not stored. */
    private static Optional<DocumentType> packed(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                return Optional.empty();
            }
            long unpacked = 0;
            List<String> parts = new ArrayList<>();
            for (ZipEntry part : Collections.list(zip.entries())) {
                unpacked += Math.max(0, part.getSize());
                parts.add(part.getName());
            }
            return unpacked > MOST_UNPACKED ? Optional.empty() : holding(parts);
        } catch (ZipException broken) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Optional<DocumentType> holding(List<String> parts) {
        if (parts.contains("OFD.xml")) {
            return Optional.of(DocumentType.OFD);
        }
        if (!parts.contains("[Content_Types].xml")) {
            return Optional.empty();
        }
        Map<String, DocumentType> office = Map.of(
                "word/document.xml",
                DocumentType.DOCX,
                "xl/workbook.xml",
                DocumentType.XLSX,
                "ppt/presentation.xml",
                DocumentType.PPTX);
        return parts.stream().filter(office::containsKey).map(office::get).findFirst();
    }

    private static Refusal refused(String mime) {
        return Refusal.of(
                DocumentProblem.DOCUMENT_TYPE_REFUSED,
                new Reason(
                        null,
                        "file",
                        Map.of(
                                "code",
                                "type-refused",
                                "found",
                                mime,
                                "allowed",
                                String.join(" ", DocumentType.allEndings()))));
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
