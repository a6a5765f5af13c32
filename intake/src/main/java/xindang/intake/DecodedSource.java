package xindang.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of another charset (GB18030, UTF-16), turned into UTF-8 on the way; strict. */
final class DecodedSource implements ByteSource {

    /** The file is not of this charset. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;
        /** Where the first byte stands that does not fit. */
        final long offset;

        Malformed(long offset) {
            super("malformed at " + offset);
            this.offset = offset;
        }
    }

    private static final int CHUNK = 1 << 16;

    private final FileChannel channel;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final ByteBuffer in = ByteBuffer.allocate(CHUNK).flip();
    private final CharBuffer chars = CharBuffer.allocate(CHUNK).flip();
    private long position;
    private boolean ended;

    DecodedSource(Path file, int skip, Charset charset) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(skip);
        position = skip;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(into, offset, length);
        while (true) {
            encoder.encode(chars, out, false);
            if (out.position() > offset) {
                return out.position() - offset;
            }
            if (chars.remaining() > 1 && out.remaining() < 4) {
                throw new IllegalArgumentException("no room for a character");
            }
            if (!decode()) {
                return -1;
            }
        }
    }

    /** Decodes what fits; false at the end of the file. */
    private boolean decode() throws IOException {
        chars.compact();
        in.compact();
        while (in.hasRemaining() && !ended) {
            ended = channel.read(in) < 0;
        }
        in.flip();
        int before = in.position();
        int had = chars.position();
        CoderResult result = decoder.decode(in, chars, ended);
        position += in.position() - before;
        boolean more = chars.position() > had || !ended;
        chars.flip();
        if (result.isError()) {
            throw new Malformed(position);
        }
        return more;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
