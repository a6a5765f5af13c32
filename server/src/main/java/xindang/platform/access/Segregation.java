package xindang.platform.access;

/** What the house has decided about people who decide on their own requests (职责分离政策); the capability secrecy implements it. */
public interface Segregation {

    /** Whether a reason is enough: policy {@code recorded-exception}; never under {@code strict}. */
    boolean allowsExceptions();

    /** Keeps an exception for audit, within the transaction of the decision. */
    void recordException(Caller decider, FourEyes.Matter matter, String reason);
}
