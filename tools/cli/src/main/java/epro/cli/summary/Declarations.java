package epro.cli.summary;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The types and methods that one source file declares, as the JDK's own parser sees them. */
record Declarations(int types, int publicTypes, int widestConstructor, List<Integer> methodLines) {

    static List<Declarations> in(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<Declarations> all = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                all.add(of(unit, positions));
            }
            return all;
        }
    }

    private static Declarations of(CompilationUnitTree unit, SourcePositions positions) {
        Methods methods = new Methods(unit, positions);
        methods.scan(unit, false);
        int publicTypes = 0;
        int types = 0;
        for (Tree declaration : unit.getTypeDecls()) {
            if (declaration instanceof ClassTree type) {
                types++;
                publicTypes += type.getModifiers().getFlags().contains(Modifier.PUBLIC) ? 1 : 0;
            }
        }
        return new Declarations(types, publicTypes, methods.widestConstructor, methods.lines);
    }

    /** Collects the methods of one file; told of each tree whether it stands directly in a record. */
    private static final class Methods extends TreeScanner<@Nullable Void, Boolean> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final LineMap lineMap;
        private final List<Integer> lines = new ArrayList<>();
        private int widestConstructor;

        Methods(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
            this.lineMap = unit.getLineMap();
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, Boolean inRecord) {
            return super.visitClass(type, type.getKind() == Tree.Kind.RECORD);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, Boolean inRecord) {
            long first = lineMap.getLineNumber(positions.getStartPosition(unit, method));
            long last = lineMap.getLineNumber(positions.getEndPosition(unit, method));
            lines.add((int) (last - first + 1));
            if (method.getName().contentEquals("<init>") && !inRecord) {
                widestConstructor =
                        Math.max(widestConstructor, method.getParameters().size());
            }
            return super.visitMethod(method, inRecord);
        }
    }
}
