package xindang.engine.workflow;

import java.util.List;

/**
 * How a step with several signers stands (会签结果). One refusal refuses where one signer decides or all must agree; where a number
 * of them is enough, it takes so many refusals that this number cannot be reached any more. Whoever was added must agree in any case.
 */
public final class Signing {

    private Signing() {}

    /** What is asked of a signer (签署身份). */
    public enum Part {
        /** One of the step's own signers. */
        SIGNER,
        /** Added by a signer; his agreement is needed as well. */
        ADDED,
        /** Asked for an opinion by a signer, who decides himself afterwards. */
        ADVISER
    }

    /** What a signer has said (签署状态). */
    public enum Said {
        /** Nothing, as he waits for another. */
        WAITS,
        /** Nothing yet. */
        OPEN,
        /** Agrees. */
        AGREED,
        /** Does not agree. */
        REFUSED,
        /** Needs not say anything any more, or gave the matter to another. */
        RELEASED
    }

    /** One signer and what he said. */
    public record Signature(Part part, Said said) {

        private boolean pending() {
            return said == Said.OPEN || said == Said.WAITS;
        }
    }

    /** How it stands. */
    public enum Standing {
        /** Somebody must still sign. */
        OPEN,
        /** Enough have agreed. */
        AGREED,
        /** It cannot be agreed any more. */
        REFUSED
    }

    /** How signers of one round and place in the chain stand together. */
    public static Standing of(SignMode mode, List<Signature> signatures) {
        List<Signature> added =
                signatures.stream().filter(one -> one.part() == Part.ADDED).toList();
        List<Signature> own = signatures.stream()
                .filter(one -> one.part() == Part.SIGNER)
                .filter(one -> mode instanceof SignMode.Single || one.said() != Said.RELEASED)
                .toList();
        long agreed = count(own, Said.AGREED);
        long pending = own.stream().filter(Signature::pending).count();
        int needed = mode.needed(own.size());
        boolean refused = mode instanceof SignMode.AnyOf ? agreed + pending < needed : count(own, Said.REFUSED) > 0;
        if (refused || count(added, Said.REFUSED) > 0) {
            return Standing.REFUSED;
        }
        boolean allAdded = added.stream().noneMatch(Signature::pending);
        return agreed >= needed && needed > 0 && allAdded ? Standing.AGREED : Standing.OPEN;
    }

    private static long count(List<Signature> some, Said said) {
        return some.stream().filter(one -> one.said() == said).count();
    }
}
