package epro.stack;

import java.nio.file.Path;

/** The keys of the services that sign audit checkpoints. */
record SigningKeys(SigningKey processing, SigningKey notification, SigningKey nmpa) {

    static SigningKeys in(Path data) {
        return new SigningKeys(
                SigningKey.in(data, ""), SigningKey.in(data, "notification-"), SigningKey.in(data, "nmpa-"));
    }
}
