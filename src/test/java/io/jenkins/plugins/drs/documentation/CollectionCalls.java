package io.jenkins.plugins.drs.documentation;

import io.jenkins.plugins.drs.documentation.Shape.Many;
import io.jenkins.plugins.drs.documentation.Shape.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;

/** What comes of calls on lists and maps, as Groovy has them. */
final class CollectionCalls {
    private static final Set<String> TO_ELEMENT = Set.of("find", "first", "last", "head", "get", "getAt", "max", "min");
    private static final Set<String> TO_SAME = Set.of(
            "findAll", "sort", "unique", "reverse", "take", "drop", "each", "eachWithIndex", "toList", "toSorted");
    private static final Set<String> OF_MAPS = Set.of(
            "get", "containsKey", "each", "size", "isEmpty", "collect", "findAll", "keySet", "entrySet", "values");

    private final ReadingCheck check;

    CollectionCalls(ReadingCheck check) {
        this.check = check;
    }

    Shape shapeOf(MethodCallExpression call) {
        Shape owner = check.shapeOf(call.getObjectExpression());
        String method = String.valueOf(call.getMethodAsString());
        if (owner instanceof Tree) {
            return ofMap(owner, method, call);
        }
        if (!(owner instanceof Many many)) {
            visitArguments(call);
            return Shape.ANY;
        }
        Shape made = Shape.ANY;
        for (Expression argument : arguments(call)) {
            if (argument instanceof ClosureExpression closure) {
                made = check.result(closure, many.element());
            } else {
                check.shapeOf(argument);
            }
        }
        if (TO_ELEMENT.contains(method)) {
            return many.element();
        }
        if (method.equals("collect")) {
            return new Many(made);
        }
        return TO_SAME.contains(method) ? many : Shape.ANY;
    }

    private Shape ofMap(Shape owner, String method, MethodCallExpression call) {
        visitArguments(call);
        if (!OF_MAPS.contains(method)) {
            check.problems().add(call.getLineNumber(), "there is no method " + method + " of a map");
        }
        return method.equals("get")
                ? key(call)
                        .map(name -> check.member(owner, name, call.getLineNumber()))
                        .orElse(Shape.ANY)
                : Shape.ANY;
    }

    private static Optional<String> key(MethodCallExpression call) {
        return arguments(call).stream()
                .filter(ConstantExpression.class::isInstance)
                .map(Expression::getText)
                .findFirst();
    }

    private void visitArguments(MethodCallExpression call) {
        arguments(call).forEach(check::shapeOf);
    }

    private static List<Expression> arguments(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression tuple
                ? tuple.getExpressions()
                : List.of(call.getArguments());
    }
}
