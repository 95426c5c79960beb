package epro.schemas.json;

/** JSON that is refused. The message holds the code only: the pointer is made of the sender's own words and belongs in no log. */
public final class InvalidJson extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String pointer;

    public InvalidJson(String code, String pointer) {
        super(code);
        this.code = code;
        this.pointer = pointer;
    }

    /** A stable word, such as {@code duplicate-key}. */
    public String code() {
        return code;
    }

    /** Where, as a JSON pointer (RFC 6901); empty for the whole document. */
    public String pointer() {
        return pointer;
    }
}
