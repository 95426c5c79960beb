package epro.keeper;

import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Starts a listener's container whole or not at all. One whose consumers can't be made, as while the broker's name is not known, says
 * that it runs all the same, and could never be started again.
 */
public final class ContainerStart {
    private ContainerStart() {}

    /**
     * Starts it, or leaves it stopped.
     *
     * @throws RuntimeException why its consumers can't be made
     */
    public static void start(MessageListenerContainer container) {
        try {
            container.start();
        } catch (RuntimeException failure) {
            container.stop();
            throw failure;
        }
    }
}
