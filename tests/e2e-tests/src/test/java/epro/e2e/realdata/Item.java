package epro.e2e.realdata;

/** One question that somebody answered; what is computed from others is none. */
record Item(String linkId, String text, Answerable answerable, boolean required) {}
