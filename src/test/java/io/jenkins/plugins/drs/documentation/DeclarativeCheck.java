package io.jenkins.plugins.drs.documentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Holds a Declarative pipeline against the sections that there are; what runs in them goes on to {@link CallCheck}. */
final class DeclarativeCheck {
    private static final Set<String> CONDITIONS = Set.of(
            "always",
            "changed",
            "fixed",
            "regression",
            "aborted",
            "failure",
            "success",
            "unstable",
            "unsuccessful",
            "notBuilt",
            "cleanup");
    /** Sections and what may stand in them. */
    private static final Map<String, Set<String>> SECTIONS = Map.of(
            "pipeline", Set.of("agent", "options", "environment", "tools", "post", "stages", "triggers", "parameters"),
            "stages", Set.of("stage"),
            "parallel", Set.of("stage"),
            "stage",
                    Set.of(
                            "agent",
                            "options",
                            "environment",
                            "tools",
                            "post",
                            "stages",
                            "when",
                            "input",
                            "steps",
                            "parallel"),
            "post", CONDITIONS);

    private static final Set<String> OF_CALLS = Set.of("options", "triggers", "parameters");
    private static final Set<String> OF_OTHERS = Set.of("agent", "environment", "tools", "when", "input");

    private final CallCheck calls;
    private final Problems problems;

    DeclarativeCheck(CallCheck calls, Problems problems) {
        this.calls = calls;
        this.problems = problems;
    }

    static boolean isDeclarative(GroovyScript script) {
        return script.statements().stream()
                .flatMap(statement -> Call.of(statement).stream())
                .anyMatch(call -> call.name().equals("pipeline"));
    }

    void check(GroovyScript script) {
        for (Statement statement : script.statements()) {
            Optional<Call> pipeline =
                    Call.of(statement).filter(call -> call.name().equals("pipeline"));
            if (pipeline.isPresent()) {
                section(pipeline.get());
            } else {
                statement.visit(calls);
            }
        }
    }

    private void section(Call section) {
        for (Statement statement : statements(section)) {
            Call.of(statement)
                    .ifPresentOrElse(
                            inner -> inner(section, inner),
                            () -> problems.add(statement.getLineNumber(), section.name() + " holds sections alone"));
        }
    }

    private void inner(Call outer, Call inner) {
        String name = inner.name();
        if (!SECTIONS.get(outer.name()).contains(name)) {
            problems.add(inner.line(), outer.name() + " has no section " + name);
        } else if (name.equals("steps") || CONDITIONS.contains(name)) {
            steps(inner);
        } else if (OF_CALLS.contains(name)) {
            statements(inner).forEach(statement -> statement.visit(calls));
        } else if (!OF_OTHERS.contains(name)) {
            section(inner);
        }
    }

    /** Steps, and nothing else outside of {@code script}. */
    private void steps(Call section) {
        for (Statement statement : statements(section)) {
            Optional<Call> step = Call.of(statement);
            if (step.isEmpty()) {
                problems.add(statement.getLineNumber(), section.name() + " holds steps alone; use script");
            } else if (step.get().name().equals("script")) {
                statements(step.get()).forEach(inner -> inner.visit(calls));
            } else {
                calls.check(step.get());
                step.get().named().values().forEach(value -> value.visit(calls));
                step.get().positional().forEach(value -> value.visit(calls));
                steps(step.get());
            }
        }
    }

    private static List<Statement> statements(Call call) {
        return call.block()
                .map(ClosureExpression::getCode)
                .map(code -> code instanceof BlockStatement block ? block.getStatements() : List.<Statement>of())
                .orElse(List.of());
    }
}
