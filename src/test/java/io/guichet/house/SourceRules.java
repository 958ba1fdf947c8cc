package io.guichet.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// Rules that only the sources can show. Each takes sources and returns what breaks it, as sentences.
final class SourceRules {

    static final int LONGEST_FILE = 320;

    private static final Pattern BANNED_NAME =
            Pattern.compile(".*(Manager|Helper|Util|Utils|Utility|Dto|DTO|Impl|VO)");
    private static final Pattern MUTABLE_TYPE = Pattern.compile(
            "(Hash|Tree|LinkedHash|Identity|Weak|Concurrent\\w*)(Map|Set)|ArrayList|LinkedList|ArrayDeque|Atomic\\w+|"
                    + "ThreadLocal|\\w+Property|Observable\\w+|StringBuilder|\\w*Connection|\\w*DataSource|\\w*Executor\\w*");

    /// Statics that change for a reason.
    private static final Set<String> ALLOWED_STATE = Set.of(
            // The operating system holds file locks for a process, not for an object.
            "HomeLocks.OF_THIS_PROCESS");

    private SourceRules() {
    }

    /// A package without `@NullMarked` would let null in unseen.
    static List<String> packagesWithoutNullMarked(List<JavaSource> sources) {
        Set<String> marked = new HashSet<>();
        sources.stream().filter(source -> source.fileName().equals("package-info.java"))
                .filter(source -> source.text().contains("@NullMarked"))
                .forEach(source -> marked.add(source.packageName()));
        return sources.stream().map(JavaSource::packageName).filter(name -> !marked.contains(name)).distinct().sorted()
                .map(name -> "package " + name + " needs a package-info.java with @NullMarked").toList();
    }

    /// A reader should not have to read the code to know what a public type or method is for. What says it by its name
    /// alone (a setter; a method without parameters that only returns something, or is abstract; the one method of an
    /// explained interface) needs no sentence.
    static List<String> publicWithoutComment(JavaSource source) {
        List<String> found = new ArrayList<>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
                boolean open = isOpen(type.getModifiers().getFlags());
                if (open && !type.getSimpleName().isEmpty() && comment() == null) {
                    found.add(source.at(type) + " the type " + type.getSimpleName() + " has no /// comment");
                }
                return open || getCurrentPath().getParentPath().getLeaf() == source.tree()
                        ? super.visitClass(type, nothing) : null;
            }

            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                if (isOpen(method.getModifiers().getFlags()) && needsComment(method) && comment() == null
                        && !isTheOnlyOne()) {
                    found.add(source.at(method) + " the method " + method.getName() + " has no /// comment");
                }
                return null;
            }

            private @Nullable String comment() {
                return source.trees().getDocComment(getCurrentPath());
            }

            private boolean isTheOnlyOne() {
                return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
                        && type.getKind() == Tree.Kind.INTERFACE && type.getMembers().size() == 1;
            }

            private boolean isOpen(Set<Modifier> flags) {
                Tree parent = getCurrentPath().getParentPath().getLeaf();
                boolean inInterface = parent instanceof ClassTree type && type.getKind() == Tree.Kind.INTERFACE;
                return flags.contains(Modifier.PUBLIC) || inInterface && !flags.contains(Modifier.PRIVATE);
            }
        }.scan(source.tree(), null);
        return found;
    }

    private static boolean needsComment(MethodTree method) {
        boolean inherited = method.getModifiers().getAnnotations().stream()
                .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
        boolean constructor = method.getReturnType() == null;
        boolean setter = method.getName().toString().startsWith("set") && method.getParameters().size() == 1;
        boolean plain = method.getParameters().isEmpty() && isPlain(method);
        return !inherited && !constructor && !setter && !plain;
    }

    private static boolean isPlain(MethodTree method) {
        if (method.getBody() == null) {
            return true;
        }
        List<? extends StatementTree> statements = method.getBody().getStatements();
        return statements.size() == 1
                && (statements.getFirst() instanceof ReturnTree || statements.getFirst() instanceof ExpressionStatementTree);
    }

    /// Names that say nothing about what a type is for.
    static List<String> bannedNames(JavaSource source) {
        List<String> found = new ArrayList<>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
                if (BANNED_NAME.matcher(type.getSimpleName()).matches()) {
                    found.add(source.at(type) + " is named " + type.getSimpleName() + ": say what it is for");
                }
                return super.visitClass(type, nothing);
            }
        }.scan(source.tree(), null);
        return found;
    }

    /// Long files hide several subjects.
    static List<String> tooLong(JavaSource source) {
        long lines = source.text().lines().count();
        return lines <= LONGEST_FILE ? List.of()
                : List.of(source.path() + " has " + lines + " lines, at most " + LONGEST_FILE + ": split it by subject");
    }

    /// State belongs to objects that `bootstrap` wires; a static that changes is a service in disguise.
    static List<String> staticState(JavaSource source) {
        List<String> found = new ArrayList<>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
                Set<Modifier> flags = variable.getModifiers().getFlags();
                boolean field = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
                if (field && flags.contains(Modifier.STATIC)) {
                    String type = variable.getType() == null ? "" : variable.getType().toString();
                    String rawType = type.replaceAll("<.*|@\\S+\\s+", "");
                    String made = variable.getInitializer() == null ? "" : variable.getInitializer().toString();
                    boolean makesMutable = made.startsWith("new ")
                            && MUTABLE_TYPE.matcher(made.substring(4).replaceAll("[<(].*", "")).matches();
                    boolean allowed = ALLOWED_STATE.contains(
                            source.fileName().replace(".java", "") + "." + variable.getName());
                    if (!allowed && (!flags.contains(Modifier.FINAL) || MUTABLE_TYPE.matcher(rawType).matches() || makesMutable)) {
                        found.add(source.at(variable) + " static " + variable.getName() + " can change");
                    }
                }
                return super.visitVariable(variable, nothing);
            }

            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                if (method.getModifiers().getFlags().contains(Modifier.STATIC)
                        && method.getName().contentEquals("getInstance")) {
                    found.add(source.at(method) + " getInstance: give it to the constructor of who needs it");
                }
                return super.visitMethod(method, nothing);
            }
        }.scan(source.tree(), null);
        return found;
    }

    /// A test that sleeps is slow when all is well and wrong when the machine is busy: await what is expected.
    static List<String> sleeps(JavaSource source) {
        List<String> found = new ArrayList<>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
                String called = call.getMethodSelect().toString();
                if (called.endsWith("Thread.sleep") || called.equals("robot.sleep") || called.equals("sleep")) {
                    found.add(source.at(call) + " sleeps: await what is expected");
                }
                return super.visitMethodInvocation(call, nothing);
            }
        }.scan(source.tree(), null);
        return found;
    }
}
