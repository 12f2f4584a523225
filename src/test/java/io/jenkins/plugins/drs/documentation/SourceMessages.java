package io.jenkins.plugins.drs.documentation;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Finds, in the sources, sentences that tell users of something that is not as it should be, with what the code says to do
 * about it. What is not known before the program runs is shown as {@code …}.
 */
final class SourceMessages extends TreeScanner<Void, Void> {
    static final String VALUE = "…";

    private final List<UserMessage> found = new ArrayList<>();
    private final Map<String, ExpressionTree> variables = new HashMap<>();

    private SourceMessages() {}

    static List<UserMessage> all() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SourceMessages messages = new SourceMessages();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    Snippets.files("src/main/java", path -> path.toString().endsWith(".java"));
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                messages.variables.clear();
                messages.scan(unit, null);
            }
        }
        return messages.found;
    }

    /** A sentence that is put together before it is told. */
    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        if (variable.getInitializer() != null) {
            variables.put(variable.getName().toString(), variable.getInitializer());
        } else {
            variables.remove(variable.getName().toString());
        }
        return super.visitVariable(variable, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        if (call.getMethodSelect() instanceof MemberSelectTree method) {
            String name = method.getExpression() + "." + method.getIdentifier();
            List<? extends ExpressionTree> arguments = call.getArguments();
            switch (name) {
                case "Check.failed", "Check.warning" ->
                    add(UserMessage.Where.CHECK, arguments.get(2), Optional.of(arguments.get(3)));
                case "Problem.error", "Problem.warning", "problems.error", "problems.warning", "in.error" ->
                    add(UserMessage.Where.DOCUMENT, arguments.get(1), Optional.of(arguments.get(2)));
                case "findings.error", "findings.warning" ->
                    add(UserMessage.Where.DOCUMENT, arguments.get(2), Optional.of(arguments.get(3)));
                case "BuildConsole.abort" -> add(UserMessage.Where.JENKINS, arguments.get(0), Optional.empty());
                default -> {}
            }
        }
        return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
        switch (made.getIdentifier().toString()) {
            case "CommandFailure" ->
                add(UserMessage.Where.COMMAND_LINE, made.getArguments().get(1), Optional.empty());
            case "AccessRefusedException" ->
                made.getArguments().stream()
                        .findFirst()
                        .ifPresent(text -> add(UserMessage.Where.JENKINS, text, Optional.empty()));
            default -> {}
        }
        return super.visitNewClass(made, nothing);
    }

    private void add(UserMessage.Where where, ExpressionTree message, Optional<? extends ExpressionTree> remedy) {
        String text = text(message);
        if (text.replace(VALUE, "").trim().contains(" ")) {
            found.add(new UserMessage(where, text, remedy.map(this::text).filter(cure -> cure.contains(" "))));
        }
    }

    private String text(ExpressionTree expression) {
        return shown(expression).replaceAll("…(…)+", VALUE).strip();
    }

    private String shown(ExpressionTree expression) {
        if (expression instanceof LiteralTree literal) {
            return String.valueOf(literal.getValue());
        }
        if (expression instanceof IdentifierTree name && variables.containsKey(name.toString())) {
            return shown(variables.get(name.toString()));
        }
        if (expression instanceof ParenthesizedTree inner) {
            return shown(inner.getExpression());
        }
        if (expression instanceof BinaryTree sum) {
            return shown(sum.getLeftOperand()) + shown(sum.getRightOperand());
        }
        if (expression instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree method
                && method.getIdentifier().contentEquals("formatted")) {
            return shown(method.getExpression()).replaceAll("%[\\d.]*[sdf]", VALUE);
        }
        return VALUE;
    }
}
