package epro.schemas.codec;

import java.nio.ByteBuffer;

/** The registry's wire format: a zero byte, the schema's id in four bytes (big-endian), then Avro's binary encoding. */
final class WireFormat {

    static final int HEADER_LENGTH = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    static boolean hasMagicByte(byte[] bytes) {
        return bytes[0] == MAGIC;
    }

    static int schemaId(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt(1);
    }

    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER_LENGTH).put(MAGIC).putInt(schemaId).array();
    }
}
