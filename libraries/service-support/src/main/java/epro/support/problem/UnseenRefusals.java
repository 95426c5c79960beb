package epro.support.problem;

/** Hears what the server refused by itself, before a filter could see it. */
public interface UnseenRefusals {

    /**
     * One more.
     *
     * @param code what it was answered with
     */
    void refused(String code);
}
