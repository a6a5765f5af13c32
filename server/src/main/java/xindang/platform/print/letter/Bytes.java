package xindang.platform.print.letter;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Bytes that are passed on and never changed (字节串). */
final class Bytes {

    private final byte[] bytes;

    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    void writeTo(ByteArrayOutputStream out) {
        out.write(bytes, 0, bytes.length);
    }

    /** The same, deflated. */
    Bytes deflated() {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream(bytes.length / 2 + 64);
            var buffer = new byte[16384];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return new Bytes(out.toByteArray());
        } finally {
            deflater.end();
        }
    }
}
