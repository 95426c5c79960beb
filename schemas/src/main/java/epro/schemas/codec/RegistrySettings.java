package epro.schemas.codec;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the registry is and which vendor's serializer registers schemas there.
 *
 * @param vendorProperties both vendors' words for the same thing, so that a change of class needs no other change
 */
record RegistrySettings(URI root, String serializer, Map<String, Object> vendorProperties) {

    private static final String URL = "epro.registry.url";
    static final String SERIALIZER = "value.serializer";
    private static final String APICURIO = "io.apicurio.registry.serde.avro.AvroKafkaSerializer";

    static RegistrySettings of(Map<String, Object> config) {
        Object url = config.get(URL);
        if (url == null) {
            throw new IllegalArgumentException(URL + " must be set");
        }
        String root = url.toString().replaceFirst("/+$", "");
        Map<String, Object> properties = new HashMap<>(apicurio(root));
        properties.putAll(confluent(root));
        properties.putAll(config);
        return new RegistrySettings(
                URI.create(root), config.getOrDefault(SERIALIZER, APICURIO).toString(), Map.copyOf(properties));
    }

    URI schema(int id) {
        return URI.create(root + "/apis/ccompat/v7/schemas/ids/" + id);
    }

    private static Map<String, Object> apicurio(String root) {
        return Map.of(
                "apicurio.registry.url",
                root + "/apis/registry/v3",
                "apicurio.registry.auto-register",
                true,
                "apicurio.registry.auto-register.if-exists",
                "FIND_OR_CREATE_VERSION",
                "apicurio.registry.dereference-schema",
                true,
                "apicurio.registry.use-id",
                "contentId",
                "apicurio.registry.id-handler",
                "io.apicurio.registry.serde.Default4ByteIdHandler",
                "apicurio.registry.headers.enabled",
                false);
    }

    private static Map<String, Object> confluent(String root) {
        return Map.of(
                "schema.registry.url",
                root + "/apis/ccompat/v7",
                "auto.register.schemas",
                true,
                "value.subject.name.strategy",
                "io.confluent.kafka.serializers.subject.TopicNameStrategy");
    }
}
