package xindang.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A UTF-8 file as it is, from behind its byte order mark. */
final class PlainSource implements ByteSource {

    private final FileChannel channel;
    private long position;

    PlainSource(Path file, int skip) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(skip);
        position = skip;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = channel.read(ByteBuffer.wrap(into, offset, length));
        position += Math.max(0, n);
        return n;
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
