package epro.cli.demo;

/** What the script means to become of a submission. */
enum Fate {
    STORED,
    REJECTED,
    DUPLICATE,
    CONFLICT
}
