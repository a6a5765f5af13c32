package xindang.assess;

/** Exit codes (退出码), after sysexits where it has one. */
final class Exit {

    /** Done; rejected rows may have been counted. */
    static final int OK = 0;

    /** A replay found records that differ. */
    static final int DIFFERS = 1;

    /** No row of the ledger was usable. */
    static final int NOTHING_USABLE = 2;

    /** Wrong usage. */
    static final int USAGE = 64;

    /** Input that cannot be read as what it should be, or stays ambiguous. */
    static final int DATA = 65;

    /** Input file missing. */
    static final int NO_INPUT = 66;

    /** A defect of ours. */
    static final int SOFTWARE = 70;

    /** The output folder cannot be made. */
    static final int CANNOT_CREATE = 73;

    /** Reading or writing failed midway. */
    static final int IO = 74;

    private Exit() {}
}
