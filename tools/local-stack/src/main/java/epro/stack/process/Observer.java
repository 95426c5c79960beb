package epro.stack.process;

/** Hears what becomes of the processes of a {@link Supervisor}; called on its threads, must not block. */
public interface Observer {

    /** Does not care. */
    Observer SILENT = new Observer() {
        @Override
        public void started(String name, long pid) {}

        @Override
        public void died(String name, int exitStatus) {}

        @Override
        public void gaveUp(String name, int exitStatus) {}
    };

    /** The process runs under this id, not yet ready. */
    void started(String name, long pid);

    /** It ended without having been asked to, and is about to be started again. */
    void died(String name, int exitStatus);

    /** It has died too often and stays down. */
    void gaveUp(String name, int exitStatus);
}
