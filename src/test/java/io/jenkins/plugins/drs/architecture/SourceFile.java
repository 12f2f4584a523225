package io.jenkins.plugins.drs.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The size of a source file, as the compiler parses it.
 *
 * @param methods its methods and constructors, those of nested classes too
 */
record SourceFile(Path path, int lines, List<Method> methods) {

    /**
     * A method or constructor with a body.
     *
     * @param lines from its first annotation or modifier to its closing brace
     */
    record Method(Path path, String name, int lines) {
        @Override
        public String toString() {
            return path + ": " + name + " has " + lines + " lines";
        }
    }

    /** Every Java file below a folder. */
    static List<SourceFile> below(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return parse(paths.filter(path -> path.toString().endsWith(".java")).toList());
        }
    }

    static List<SourceFile> parse(List<Path> paths) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<SourceFile> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(measure(unit, positions));
            }
            return sources;
        }
    }

    private static SourceFile measure(CompilationUnitTree unit, SourcePositions positions) throws IOException {
        Path path = Path.of(unit.getSourceFile().toUri());
        List<Method> methods = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                if (method.getBody() != null) {
                    String name = method.getName().toString();
                    methods.add(new Method(path, name, lines(unit, positions, method)));
                }
                return super.visitMethod(method, unused);
            }
        }.scan(unit, null);
        return new SourceFile(path, Files.readAllLines(path).size(), methods);
    }

    private static int lines(CompilationUnitTree unit, SourcePositions positions, Tree tree) {
        LineMap map = unit.getLineMap();
        long first = map.getLineNumber(positions.getStartPosition(unit, tree));
        long last = map.getLineNumber(positions.getEndPosition(unit, tree));
        return (int) (last - first + 1);
    }
}
