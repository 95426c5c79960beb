package epro.e2e.realdata;

import org.jspecify.annotations.Nullable;

/** What a submission becomes; {@code code} is the first reason's of a rejection and null for what is stored. */
record Prediction(String state, @Nullable String code) {

    static final Prediction STORED = new Prediction("STORED", null);

    static Prediction rejected(String code) {
        return new Prediction("REJECTED", code);
    }
}
