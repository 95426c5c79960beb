package epro.model.inference;

import java.util.List;

/**
 * A tensor of one dimension, as the protocol writes it.
 *
 * @param shape its length
 * @param datatype {@code BYTES}, whose elements are texts, or {@code FP64}
 */
record Tensor(String name, List<Integer> shape, String datatype, List<?> data) {
    static final String BYTES = "BYTES";
    static final String FP64 = "FP64";

    static Tensor of(String name, String datatype, List<?> data) {
        return new Tensor(name, List.of(data.size()), datatype, data);
    }
}
