package xindang.proof.evidence;

import java.util.Map;
import java.util.OptionalLong;

/** Ends a verification at the first fault. */
final class FaultFound extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    private FaultFound(Finding finding) {
        super(finding.fault().code());
        this.finding = finding;
    }

    /** At an entry. */
    static FaultFound at(long index, Fault fault, Map<String, String> facts) {
        return new FaultFound(new Finding(fault, OptionalLong.of(index), facts));
    }

    /** Of a checkpoint or the whole. */
    static FaultFound of(Fault fault, Map<String, String> facts) {
        return new FaultFound(new Finding(fault, OptionalLong.empty(), facts));
    }

    Finding finding() {
        return finding;
    }
}
