package io.jenkins.plugins.drs.documentation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;

/** Holds every call of a step against the step. */
final class CallCheck extends CodeVisitorSupport {
    private final StepCatalog catalog;
    private final Problems problems;
    /** Methods and closures that the script itself defines. */
    private final Set<String> defined = new HashSet<>();

    CallCheck(StepCatalog catalog, Problems problems, GroovyScript script) {
        this.catalog = catalog;
        this.problems = problems;
        script.methods().forEach(method -> defined.add(method.getName()));
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        if (declaration.getRightExpression() instanceof ClosureExpression
                && !declaration.isMultipleAssignmentDeclaration()) {
            defined.add(declaration.getVariableExpression().getName());
        }
        super.visitDeclarationExpression(declaration);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression expression) {
        Call.of(expression).filter(call -> !defined.contains(call.name())).ifPresent(this::check);
        super.visitMethodCallExpression(expression);
    }

    void check(Call call) {
        Optional<StepModel> step = catalog.find(call.name());
        if (step.isEmpty()) {
            problems.add(call.line(), "there is no step " + call.name());
            return;
        }
        if (call.block().isPresent() && !step.get().block()) {
            problems.add(call.line(), call.name() + " takes no block");
        }
        checkNamed(call, step.get());
        checkPositional(call, step.get());
        checkMandatory(call, step.get());
    }

    private void checkNamed(Call call, StepModel step) {
        for (Map.Entry<String, Expression> named : call.named().entrySet()) {
            Argument argument = step.arguments().get(named.getKey());
            if (argument != null) {
                checkValue(call, argument, named.getValue());
            } else if (!step.open()) {
                problems.add(call.line(), call.name() + " has no argument " + named.getKey());
            }
        }
    }

    private void checkPositional(Call call, StepModel step) {
        List<Expression> positional = call.positional();
        if (positional.isEmpty() || step.open()) {
            return;
        }
        Optional<Argument> argument = step.positional();
        if (argument.isEmpty() || positional.size() > 1) {
            problems.add(call.line(), call.name() + " wants names for its arguments");
        } else if (!call.named().isEmpty()) {
            problems.add(call.line(), call.name() + " takes arguments with names or one without, but not both");
        } else {
            checkValue(call, argument.get(), positional.get(0));
        }
    }

    private void checkMandatory(Call call, StepModel step) {
        boolean single = !call.positional().isEmpty();
        for (String name : step.mandatory()) {
            if (!single && !call.named().containsKey(name)) {
                problems.add(call.line(), call.name() + " wants the argument " + name);
            }
        }
    }

    private void checkValue(Call call, Argument argument, Expression value) {
        checkValue(argument, value).ifPresent(problem -> problems.add(call.line(), call.name() + ": " + problem));
    }

    /** What is wrong with a value; empty where nothing is, or it is known only when it runs. */
    static Optional<String> checkValue(Argument argument, Expression value) {
        return literal(value).flatMap(literal -> argument.problem(literal.value()));
    }

    private record Literal(Object value) {}

    /** What is written down; empty for what is known only when it runs. */
    private static Optional<Literal> literal(Expression value) {
        if (value instanceof ConstantExpression constant) {
            return Optional.of(new Literal(constant.getValue()));
        }
        if (value instanceof GStringExpression) {
            return Optional.of(new Literal(value.getText()));
        }
        if (value instanceof ListExpression) {
            return Optional.of(new Literal(List.of()));
        }
        if (value instanceof MapExpression) {
            return Optional.of(new Literal(Map.of()));
        }
        return Optional.empty();
    }
}
