package epro.stack;

import java.time.Duration;

/** Hears how a stack comes up and what happens to its processes; called on any thread. */
public interface Progress {

    /** For callers who only want to know that all is ready. */
    Progress SILENT = new Progress() {
        @Override
        public void ready(Part part, Duration took) {}

        @Override
        public void note(String sentence) {}
    };

    /** The part can be used; it took so long from the start of its process. */
    void ready(Part part, Duration took);

    /** Something that whoever watches wants to know, such as a process that died and was started again. */
    void note(String sentence);
}
