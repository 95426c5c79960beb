package epro.processing.assessment;

/** One of the texts of a submission, and where it stands. */
record Text(String path, String text) {

    @Override
    public String toString() {
        return "Text[" + path + "]";
    }
}
