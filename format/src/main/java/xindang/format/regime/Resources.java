package xindang.format.regime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import xindang.format.Body;
import xindang.format.JsonTree;

/** Reads the files that lie beside this class. */
final class Resources {

    private Resources() {}

    static Body read(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return Body.of(name, "", JsonTree.parse(name, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
