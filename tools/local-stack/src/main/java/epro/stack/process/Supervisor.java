package epro.stack.process;

import java.time.InstantSource;

/** Makes {@link Supervised} processes; they share one launcher, which is closed after all of them have been stopped. */
public final class Supervisor implements AutoCloseable {

    private final Launcher launcher = new Launcher();
    private final InstantSource clock;
    private final Observer observer;

    public Supervisor(InstantSource clock, Observer observer) {
        this.clock = clock;
        this.observer = observer;
    }

    /** Takes the process under supervision without starting it. */
    public Supervised supervise(Recipe recipe) {
        return new Supervised(recipe, launcher, clock, observer);
    }

    /** From now on nothing is started, whatever dies. */
    public void startNoMore() {
        launcher.refuse();
    }

    @Override
    public void close() {
        launcher.close();
    }
}
