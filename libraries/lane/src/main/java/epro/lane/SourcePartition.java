package epro.lane;

/**
 * A Kafka partition that a lane follows.
 *
 * @param topicId Kafka's id of the topic; a topic that was deleted and made again has another one, and so another lane
 */
public record SourcePartition(String topic, String topicId, int partition) {

    public String laneName() {
        return topic + "/" + topicId + "/" + partition;
    }
}
