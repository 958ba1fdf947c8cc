package io.guichet.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// A Java file as the compiler reads it: what bytecode does not show, constants put in line among it.
///
/// @param path where it lies
/// @param text its characters
/// @param tree its syntax
/// @param trees finds comments and places in `tree`
record JavaSource(Path path, String text, CompilationUnitTree tree, Trees trees) {

    /// A string in the source, joined when it is written in several pieces.
    ///
    /// @param value   its characters
    /// @param line    where it begins
    /// @param invoked what it is given to directly, as written (`Locale.of`), or empty
    record Literal(String value, long line, String invoked) {
    }

    /// All below `root`.
    static List<JavaSource> below(Path root) {
        Map<Path, String> texts = new TreeMap<>();
        Places.files(root, ".java").forEach(file -> texts.put(file, Places.text(file)));
        return parse(texts);
    }

    /// One that exists only in a test.
    static JavaSource of(String path, String text) {
        return parse(Map.of(Path.of(path), text)).getFirst();
    }

    private static List<JavaSource> parse(Map<Path, String> texts) {
        List<JavaFileObject> files = new ArrayList<>();
        texts.forEach((path, text) -> files.add(new InMemory(path, text)));
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> { }, List.of("-proc:none"), null, files);
        Trees trees = Trees.instance(task);
        List<JavaSource> sources = new ArrayList<>();
        try {
            for (CompilationUnitTree tree : task.parse()) {
                Path path = Path.of(tree.getSourceFile().toUri().getPath().substring(1));
                sources.add(new JavaSource(path, Objects.requireNonNull(texts.get(path)), tree, trees));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sources;
    }

    /// `io.guichet.kernel`.
    String packageName() {
        return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
    }

    /// `FileRef.java`.
    String fileName() {
        return path.getFileName().toString();
    }

    /// Where `part` of this file stands, for people: `FileRef.java:12`.
    String at(Tree part) {
        return path + ":" + line(part);
    }

    long line(Tree part) {
        return tree.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(tree, part));
    }

    /// Every string literal.
    List<Literal> literals() {
        List<Literal> found = new ArrayList<>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitBinary(BinaryTree binary, @Nullable Void nothing) {
                String joined = constant(binary);
                if (joined != null) {
                    add(joined, binary);
                    return null;
                }
                return super.visitBinary(binary, nothing);
            }

            @Override
            public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
                if (literal.getValue() instanceof String value) {
                    add(value, literal);
                }
                return super.visitLiteral(literal, nothing);
            }

            private void add(String value, Tree where) {
                Tree parent = getCurrentPath().getParentPath().getLeaf();
                String invoked = parent instanceof MethodInvocationTree call && call.getArguments().contains(where)
                        ? call.getMethodSelect().toString() : "";
                found.add(new Literal(value, line(where), invoked));
            }
        }.scan(tree, null);
        return found;
    }

    private static @Nullable String constant(Tree expression) {
        if (expression instanceof LiteralTree literal && literal.getValue() instanceof String value) {
            return value;
        }
        if (expression instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
            String left = constant(binary.getLeftOperand());
            String right = constant(binary.getRightOperand());
            return left == null || right == null ? null : left + right;
        }
        return null;
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String text;

        InMemory(Path path, String text) {
            super(URI.create("source:///" + path.toString().replace('\\', '/')), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
