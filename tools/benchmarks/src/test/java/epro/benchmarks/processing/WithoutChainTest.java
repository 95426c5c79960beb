package epro.benchmarks.processing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The classes that are changed are those of the service: whoever moves its lock or hash is told here. */
class WithoutChainTest {

    @ParameterizedTest
    @CsvSource({
        "epro/lane/Lanes,FOR UPDATE",
        "epro/lane/LinkedEntry,calls sha256",
        "epro/lane/LinkedEntry,calls canonical",
        "epro/processing/proof/StoredRow,calls formatHex"
    })
    void takesOutWhatMakesAChain(String name, String gone) throws IOException {
        byte[] bytes = bytes(name);
        byte[] without = requireNonNull(WithoutChain.transformed(loader(), name, bytes));

        assertThat(code(bytes)).contains(gone);
        assertThat(code(without)).doesNotContain(gone);
        assertThat(ClassFile.of().verify(without)).isEmpty();
    }

    @Test
    void leavesAllElseAlone() throws IOException {
        assertThat(WithoutChain.transformed(loader(), "epro/lane/Entry", bytes("epro/lane/Entry")))
                .isNull();
    }

    private static ClassLoader loader() {
        return WithoutChainTest.class.getClassLoader();
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream bytes = requireNonNull(loader().getResourceAsStream(name + ".class"))) {
            return bytes.readAllBytes();
        }
    }

    /** All instructions, a line each; calls by {@code calls} and the name of the method. */
    private static String code(byte[] bytes) {
        ClassModel parsed = ClassFile.of().parse(bytes);
        return parsed.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .map(element -> element instanceof InvokeInstruction call ? "calls " + call.name() : element.toString())
                .collect(Collectors.joining("\n"));
    }
}
