package io.jenkins.plugins.drs.documentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** A call that may be one of a step, with its arguments as the pipeline's own language takes them apart. */
final class Call {
    private final MethodCallExpression expression;
    private final Map<String, Expression> named = new LinkedHashMap<>();
    private final List<Expression> positional = new ArrayList<>();
    private ClosureExpression block;

    private Call(MethodCallExpression expression) {
        this.expression = expression;
        if (expression.getArguments() instanceof TupleExpression arguments) {
            arguments.getExpressions().forEach(this::take);
        }
    }

    /** The call that a statement consists of; empty for other statements. */
    static Optional<Call> of(Statement statement) {
        return statement instanceof ExpressionStatement it ? of(it.getExpression()) : Optional.empty();
    }

    /** A call on nothing, with a plain name; empty for other expressions. */
    static Optional<Call> of(Expression expression) {
        return expression instanceof MethodCallExpression call
                        && call.isImplicitThis()
                        && call.getMethod() instanceof ConstantExpression
                ? Optional.of(new Call(call))
                : Optional.empty();
    }

    private void take(Expression argument) {
        if (argument instanceof MapExpression map) {
            for (MapEntryExpression entry : map.getMapEntryExpressions()) {
                named.put(entry.getKeyExpression().getText(), entry.getValueExpression());
            }
        } else if (argument instanceof ClosureExpression closure) {
            block = closure;
        } else {
            positional.add(argument);
        }
    }

    String name() {
        return expression.getMethodAsString();
    }

    int line() {
        return expression.getLineNumber();
    }

    Map<String, Expression> named() {
        return named;
    }

    List<Expression> positional() {
        return positional;
    }

    Optional<ClosureExpression> block() {
        return Optional.ofNullable(block);
    }
}
