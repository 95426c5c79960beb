package epro.benchmarks.intake.plain;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/** A thread with a producer of its own for each connection, which waits for each acknowledgement, as bridges often do. */
final class BlockingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Queue<Producer<byte[], byte[]>> opened = new ConcurrentLinkedQueue<>();
    private final transient ThreadLocal<Producer<byte[], byte[]>> own = ThreadLocal.withInitial(this::open);
    private final String brokers;
    private final String topic;

    BlockingServlet(String brokers, String topic) {
        this.brokers = brokers;
        this.topic = topic;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            own.get().send(Settings.taken(topic, request)).get();
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
        } catch (ExecutionException e) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private Producer<byte[], byte[]> open() {
        Producer<byte[], byte[]> producer = new KafkaProducer<>(Settings.of(brokers));
        opened.add(producer);
        return producer;
    }

    @Override
    public void destroy() {
        opened.forEach(Producer::close);
    }
}
