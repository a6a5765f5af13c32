package xindang.platform.print.letter;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A printed file (PDF 文件), held in memory. */
public final class Pdf {

    private final byte[] bytes;

    Pdf(byte[] bytes) {
        this.bytes = bytes;
    }

    /** How many bytes it has. */
    public int length() {
        return bytes.length;
    }

    /** The bytes. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
