package epro.cli.tables;

/** The part of a document that a command writes, between two comments. */
public final class MarkedPart {

    private final String begin;
    private final String end;

    /**
     * The part between {@code <!-- NAME: written by COMMAND -->} and {@code <!-- end of NAME -->}, each on a line of its own.
     *
     * @param command which writes it
     */
    public MarkedPart(String name, String command) {
        this.begin = "<!-- %s: written by %s -->\n".formatted(name, command);
        this.end = "<!-- end of %s -->\n".formatted(name);
    }

    /** What stands in the document. */
    public String in(String document) {
        return document.substring(from(document), to(document));
    }

    /** The document with this text in place of what stands there. */
    public String exchanged(String document, String text) {
        return document.substring(0, from(document)) + text + document.substring(to(document));
    }

    private int from(String document) {
        return position(document, begin) + begin.length();
    }

    private int to(String document) {
        return position(document, end);
    }

    private static int position(String document, String comment) {
        int at = document.indexOf(comment);
        if (at < 0) {
            throw new IllegalStateException("the document has no line " + comment);
        }
        return at;
    }
}
