package xindang.intake;

/** Asks the person at the terminal what a column means when the file leaves it open. */
@FunctionalInterface
public interface Chooser {

    /**
     * Chooses one of {@link IntakeProblem#readings()}.
     *
     * @param question the problem that stops the run when nobody answers
     * @return index of the reading chosen, or -1 when there is no answer
     */
    int choose(IntakeProblem question);
}
