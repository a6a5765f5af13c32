package xindang.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Guesses the charset of a CSV: byte order mark, zero bytes of UTF-16, else UTF-8 on trial. */
final class Charsets {

    static final Charset GB18030 = Charset.forName("GB18030");

    /** A guess, and how many bytes of mark to skip. */
    record Guess(Charset charset, Reading.CharsetSource source, int skip) {}

    private static final int LOOK = 1 << 16;

    private Charsets() {}

    static Guess guess(Path file) throws IOException {
        byte[] b;
        try (InputStream in = Files.newInputStream(file)) {
            b = in.readNBytes(LOOK);
        }
        if (starts(b, 0xEF, 0xBB, 0xBF)) {
            return new Guess(StandardCharsets.UTF_8, Reading.CharsetSource.MARK, 3);
        }
        if (starts(b, 0xFF, 0xFE)) {
            return new Guess(StandardCharsets.UTF_16LE, Reading.CharsetSource.MARK, 2);
        }
        if (starts(b, 0xFE, 0xFF)) {
            return new Guess(StandardCharsets.UTF_16BE, Reading.CharsetSource.MARK, 2);
        }
        if (starts(b, 0x84, 0x31, 0x95, 0x33)) {
            return new Guess(GB18030, Reading.CharsetSource.MARK, 4);
        }
        return byZeros(b);
    }

    /** Digits, delimiters and line ends of UTF-16 have a zero byte each: behind in little endian, before in big. */
    private static Guess byZeros(byte[] b) {
        int[] zeros = new int[2];
        for (int i = 0; i < b.length; i++) {
            zeros[i & 1] += b[i] == 0 ? 1 : 0;
        }
        int pairs = b.length / 2;
        boolean many = zeros[0] + zeros[1] > pairs / 10;
        if (many && zeros[1] > 10 * zeros[0]) {
            return new Guess(StandardCharsets.UTF_16LE, Reading.CharsetSource.ZERO_BYTES, 0);
        }
        if (many && zeros[0] > 10 * zeros[1]) {
            return new Guess(StandardCharsets.UTF_16BE, Reading.CharsetSource.ZERO_BYTES, 0);
        }
        return new Guess(StandardCharsets.UTF_8, Reading.CharsetSource.VALID, 0);
    }

    private static boolean starts(byte[] b, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (i >= b.length || (b[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the head of a file is malformed; the last bytes may be a character cut in two. */
    static boolean isCertainlyNotUtf8(byte[] head, boolean cut) {
        int at = Bytes.malformed(head, 0, head.length);
        return at >= 0 && !(cut && at >= head.length - 3);
    }

    /** Where the first byte stands that is not UTF-8. */
    static long firstMalformed(Path file) throws IOException {
        try (ByteSource source = new DecodedSource(file, 0, StandardCharsets.UTF_8)) {
            byte[] b = new byte[1 << 16];
            while (source.read(b, 0, b.length) >= 0) {
                // only the failure counts
            }
            return source.position();
        } catch (DecodedSource.Malformed e) {
            return e.offset;
        }
    }
}
