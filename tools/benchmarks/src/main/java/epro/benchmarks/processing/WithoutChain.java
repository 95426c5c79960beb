package epro.benchmarks.processing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A Java agent that takes the chain out of a service while its classes are loaded: the lane's row is read without a lock, an
 * entry has no canonical bytes and no link, a row no hash. All else stays as it is, entries and rows themselves included.
 */
public final class WithoutChain implements ClassFileTransformer {
    static final String LANES = "epro/lane/Lanes";
    static final String LINK = "epro/lane/LinkedEntry";
    static final String ROW = "epro/processing/proof/StoredRow";

    private static final List<String> CHANGED = List.of(LANES, LINK, ROW);
    private static final String LOCK = " FOR UPDATE";
    private static final int HASH_BYTES = 32;

    private final Path signs;

    private WithoutChain(Path signs) {
        this.signs = signs;
    }

    /** What a JVM calls before {@code main}; the argument is the folder for a file under the name of each class that was changed. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        instrumentation.addTransformer(new WithoutChain(Path.of(arguments)));
    }

    /** Makes the agent's archive in this folder; gives back what a JVM has to be told. */
    static String install(Path folder) throws IOException {
        Path jar = folder.resolve("without-chain.jar");
        for (String name : CHANGED) {
            Files.deleteIfExists(sign(folder, name));
        }
        writeTo(jar);
        return "\"-javaagent:%s=%s\"".formatted(jar, folder);
    }

    /** Whether all that makes a chain was taken out. */
    static boolean isComplete(Path folder) {
        return CHANGED.stream().allMatch(name -> Files.exists(sign(folder, name)));
    }

    private static Path sign(Path folder, String name) {
        return folder.resolve(name.replace('/', '.'));
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        byte[] changed = name == null || loader == null ? null : transformed(loader, name, bytes);
        if (name != null && changed != null) {
            touch(sign(signs, name));
        }
        return changed;
    }

    private static void touch(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class without its part of the chain; null if it has none. */
    static byte @Nullable [] transformed(ClassLoader loader, String name, byte[] bytes) {
        ClassTransform change = switch (name) {
            case LANES -> ClassTransform.transformingMethodBodies(WithoutChain::unlocked);
            case LINK -> ClassTransform.transformingMethodBodies(WithoutChain::unlinked);
            case ROW ->
                ClassTransform.transformingMethods(method -> method.methodName().equalsString("reckoned"), unhashed());
            default -> null;
        };
        if (change == null) {
            return null;
        }
        ClassFile files = ClassFile.of(ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver())));
        return files.transformClass(files.parse(bytes), change);
    }

    private static void unlocked(CodeBuilder code, CodeElement element) {
        if (element instanceof ConstantInstruction constant
                && constant.constantValue() instanceof String sql
                && sql.endsWith(LOCK)) {
            code.loadConstant(sql.substring(0, sql.length() - LOCK.length()));
        } else {
            code.with(element);
        }
    }

    private static void unlinked(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeInstruction call
                && call.name().equalsString("canonical")
                && call.owner().name().equalsString("epro/lane/Entry")) {
            code.pop().pop().iconst_0().newarray(TypeKind.BYTE);
        } else if (element instanceof InvokeInstruction call && call.name().equalsString("sha256")) {
            code.pop().bipush(HASH_BYTES).newarray(TypeKind.BYTE);
        } else {
            code.with(element);
        }
    }

    private static MethodTransform unhashed() {
        return MethodTransform.dropping(CodeModel.class::isInstance)
                .andThen(MethodTransform.endHandler(
                        method -> method.withCode(code -> code.loadConstant("").areturn())));
    }

    private static void writeTo(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", WithoutChain.class.getName());
        String entry = WithoutChain.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var bytes = Objects.requireNonNull(
                        WithoutChain.class.getClassLoader().getResourceAsStream(entry))) {
            out.putNextEntry(new JarEntry(entry));
            bytes.transferTo(out);
        }
    }
}
