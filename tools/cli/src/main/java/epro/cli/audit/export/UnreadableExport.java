package epro.cli.audit.export;

/** A line of an export is not what an export has there. */
public final class UnreadableExport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;

    UnreadableExport(String file, long line, Throwable cause) {
        super("%s can't be read at line %d: %s".formatted(file, line, cause.getMessage()), cause);
        this.file = file;
        this.line = line;
    }

    public String file() {
        return file;
    }

    public long line() {
        return line;
    }
}
