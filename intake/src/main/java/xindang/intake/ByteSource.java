package xindang.intake;

import java.io.Closeable;
import java.io.IOException;

/** A table as UTF-8 text, whatever it is in the file; read once from start to end. */
interface ByteSource extends Closeable {

    /** Reads up to {@code length} bytes; -1 at the end, never 0. */
    int read(byte[] into, int offset, int length) throws IOException;

    /** How many bytes of the file have been used, for progress. */
    long position();
}
