package xindang.gates.planted.intake;

import xindang.gates.planted.format.Format;

/** Sees format, which it must not. */
public final class Intake {

    /** What must not be seen. */
    public Format format() {
        return new Format();
    }
}
