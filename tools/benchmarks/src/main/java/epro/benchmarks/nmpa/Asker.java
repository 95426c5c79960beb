package epro.benchmarks.nmpa;

/** A way of asking the regulator for one trial. Safe for use by many threads. */
interface Asker extends AutoCloseable {

    /** Returns when the regulator has answered; whether it said how the trial is. Otherwise it has to be asked again. */
    boolean ask(String registrationNumber) throws InterruptedException;

    @Override
    void close();
}
