package epro.nmpa.run;

/** Something was asked of a run that its state does not allow; nothing has changed. */
final class IllegalTransition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RunState state;

    IllegalTransition(String wanted, RunState state) {
        super("A run that is " + state + " can't be " + wanted);
        this.state = state;
    }

    RunState state() {
        return state;
    }
}
