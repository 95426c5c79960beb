package epro.nmpa.quota;

/** Does something once so much time has passed, on a thread of its own. */
@FunctionalInterface
public interface Later {

    void after(long nanos, Runnable work);
}
