package xindang.proof;

/** Exit codes (退出码), after sysexits where it has one. */
final class Exit {

    /** Everything holds. */
    static final int SOUND = 0;

    /** Something is wrong with the evidence. */
    static final int BROKEN = 1;

    /** Wrong usage. */
    static final int USAGE = 64;

    /** A file is missing, cannot be read, or is not what it should be. */
    static final int NO_INPUT = 66;

    /** A defect of ours. */
    static final int SOFTWARE = 70;

    private Exit() {}
}
