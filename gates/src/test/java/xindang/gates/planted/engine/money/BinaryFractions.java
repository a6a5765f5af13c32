package xindang.gates.planted.engine.money;

/** Counts money as it must not be counted. */
public final class BinaryFractions {

    private double[] balances = {};

    /** Takes a boxed fraction. */
    public void add(Float amount) {
        balances = new double[] {amount};
    }

    /** Returns a fraction. */
    public double first() {
        return balances[0];
    }
}
