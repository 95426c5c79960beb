package epro.schemas.codec;

/** A schema could not be registered: the registry is away, or refuses it. Nothing was kept; try again. */
public final class RegistryUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RegistryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
