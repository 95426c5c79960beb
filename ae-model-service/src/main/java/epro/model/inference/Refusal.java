package epro.model.inference;

import org.springframework.http.HttpStatus;

/** Why a request can't be answered, in a sentence that quotes nothing of what was sent. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    Refusal(HttpStatus status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
