package xindang.customerfile;

/** Customers as a file from outside tells of them, handed out one after the other (外来客户清单). */
@FunctionalInterface
public interface CustomerRows {

    /** Takes rows. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes one row.
         *
         * @param ordinal what the caller finds the row by again, rising
         */
        void take(int ordinal, CustomerRow row);
    }

    /** Hands out all rows; may be asked again. */
    void each(Sink sink);
}
