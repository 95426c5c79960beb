package epro.model.inference;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors in the protocol's own shape. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProtocolErrors {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(Refusal refusal) {
        return ResponseEntity.status(refusal.status()).body(Map.of("error", String.valueOf(refusal.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> notJson(HttpMediaTypeNotSupportedException unsupported) {
        return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .body(Map.of("error", "the body must be application/json"));
    }
}
