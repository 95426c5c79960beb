package epro.stack.process;

/** Asks a process whether it can be used yet. */
@FunctionalInterface
public interface Probe {

    /** A failure to ask (refused connection, time-out) counts as "not yet", so it may simply be thrown. */
    boolean ready() throws Exception;
}
