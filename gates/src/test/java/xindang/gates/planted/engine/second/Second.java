package xindang.gates.planted.engine.second;

import org.junit.jupiter.api.Assertions;
import xindang.gates.planted.engine.first.First;
import xindang.gates.planted.intake.Intake;

/** Uses the first half of the circle, a module the engine must not know, and a library. */
public final class Second {

    /** The other half. */
    public First first() {
        return new First(this);
    }

    /** A module that lies outside. */
    public Intake intake() {
        Assertions.assertNotNull(this);
        return new Intake();
    }
}
