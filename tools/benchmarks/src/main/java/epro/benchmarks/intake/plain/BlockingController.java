package epro.benchmarks.intake.plain;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A thread with a producer of its own for each connection, which waits for each acknowledgement, as bridges often do. */
@RestController
final class BlockingController implements DisposableBean {
    private final Queue<Producer<byte[], byte[]>> opened = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Producer<byte[], byte[]>> own = ThreadLocal.withInitial(this::open);
    private final String brokers;
    private final String topic;

    BlockingController(String brokers, String topic) {
        this.brokers = brokers;
        this.topic = topic;
    }

    @PostMapping("/**")
    ResponseEntity<Void> take(@RequestHeader(PlainIntake.KEY) String key, @RequestBody byte[] body) {
        try {
            own.get().send(Settings.asRecord(topic, key, body)).get();
            return ResponseEntity.accepted().build();
        } catch (ExecutionException e) {
            return unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unavailable();
        }
    }

    private static ResponseEntity<Void> unavailable() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
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
