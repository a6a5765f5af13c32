package xindang.assess;

import java.io.Console;
import java.util.Optional;

/** The terminal, if a person sits at one. */
final class Terminal {

    private Terminal() {}

    /** The console of an interactive terminal; empty when input or output come from or go elsewhere. */
    // The documentation still allows null, so both are asked.
    @SuppressWarnings("SystemConsoleNull")
    static Optional<Console> console() {
        Console console = System.console();
        return console != null && console.isTerminal() ? Optional.of(console) : Optional.empty();
    }
}
