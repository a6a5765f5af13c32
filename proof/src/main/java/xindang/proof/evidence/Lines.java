package xindang.proof.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines of UTF-8 from a source nobody may trust: one at a time, none longer than a bound, each ended by a newline. What
 * breaks this is refused with {@link IllegalArgumentException}.
 */
final class Lines {

    /** The longest content, every character of it escaped, and what stands around it. */
    static final int MAX_BYTES = 8 << 20;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] line = new byte[BUFFER];
    private int at;
    private int filled;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; null behind the last one. */
    @Nullable
    String next() throws IOException {
        int length = 0;
        while (true) {
            if (at == filled) {
                at = 0;
                filled = Math.max(0, in.read(buffer));
                if (filled == 0) {
                    require(length == 0, "the last line breaks off");
                    return null;
                }
            }
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            require(length + (end - at) <= MAX_BYTES, "a line of more than " + MAX_BYTES + " bytes");
            take(length, end);
            length += end - at;
            at = end;
            if (end < filled) {
                at++;
                return text(length);
            }
        }
    }

    private void take(int length, int end) {
        int wanted = length + (end - at);
        if (wanted > line.length) {
            line = Arrays.copyOf(line, Math.max(wanted, Math.min(MAX_BYTES, line.length * 2)));
        }
        System.arraycopy(buffer, at, line, length, end - at);
    }

    private String text(int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
