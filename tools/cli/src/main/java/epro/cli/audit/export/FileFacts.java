package epro.cli.audit.export;

/**
 * What a file must be.
 *
 * @param file its name, from the export's folder on
 * @param lines how many, once it is unpacked; 0 if it has none to count
 * @param sha256 lower-case hex, as it lies there
 */
public record FileFacts(String file, long lines, long bytes, String sha256) {}
