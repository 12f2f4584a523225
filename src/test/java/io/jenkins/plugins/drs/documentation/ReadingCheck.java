package io.jenkins.plugins.drs.documentation;

import io.jenkins.plugins.drs.documentation.Shape.Leaf;
import io.jenkins.plugins.drs.documentation.Shape.Many;
import io.jenkins.plugins.drs.documentation.Shape.Tree;
import java.util.HashMap;
import java.util.Map;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Follows what steps return through a script, and holds every member that is read against what there is. */
final class ReadingCheck extends CodeVisitorSupport {
    private final StepShapes steps;
    private final Problems problems;
    private final Map<String, Shape> variables = new HashMap<>();
    private final CollectionCalls collections = new CollectionCalls(this);
    private Shape last = Shape.ANY;
    private boolean inWaves;

    ReadingCheck(StepShapes steps, Problems problems) {
        this.steps = steps;
        this.problems = problems;
    }

    /** From here on a variable holds a value of that shape. */
    void define(String variable, Shape shape) {
        variables.put(variable, shape);
    }

    /** The shape of an expression, whose parts are checked. */
    Shape shapeOf(Expression expression) {
        last = Shape.ANY;
        expression.visit(this);
        Shape shape = isFollowed(expression) ? last : Shape.ANY;
        last = Shape.ANY;
        return shape;
    }

    private static boolean isFollowed(Expression expression) {
        return expression instanceof VariableExpression
                || expression instanceof PropertyExpression
                || expression instanceof MethodCallExpression
                || expression instanceof BinaryExpression;
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        last = variables.getOrDefault(variable.getName(), Shape.ANY);
    }

    @Override
    public void visitPropertyExpression(PropertyExpression property) {
        Shape owner = shapeOf(property.getObjectExpression());
        last = property.getProperty() instanceof ConstantExpression name
                ? member(owner, name.getText(), property.getLineNumber())
                : Shape.ANY;
    }

    /** A member of a value; of a list, that member of each element. */
    Shape member(Shape owner, String name, int line) {
        if (owner instanceof Tree tree) {
            if (!tree.members().containsKey(name)) {
                problems.add(
                        line,
                        "there is no " + name + "; there are " + tree.members().keySet());
                return Shape.ANY;
            }
            return tree.members().get(name);
        }
        if (owner instanceof Many many && many.element() != Shape.ANY) {
            return new Many(member(many.element(), name, line));
        }
        if (owner instanceof Leaf) {
            problems.add(line, "there is no " + name + " of a text, a number or a truth value");
        }
        return Shape.ANY;
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        visitBinaryExpression(declaration);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression binary) {
        Shape left = shapeOf(binary.getLeftExpression());
        Shape right = shapeOf(binary.getRightExpression());
        String operation = binary.getOperation().getText();
        if (operation.equals("=") && binary.getLeftExpression() instanceof VariableExpression variable) {
            define(variable.getName(), right);
            last = right;
        } else if (operation.equals("[")) {
            last = index(left, binary.getRightExpression());
        } else {
            if (operation.equals("==") || operation.equals("!=")) {
                compare(left, binary.getRightExpression());
                compare(right, binary.getLeftExpression());
            }
            last = Shape.ANY;
        }
    }

    private Shape index(Shape owner, Expression index) {
        if (owner instanceof Many many) {
            return many.element();
        }
        return index instanceof ConstantExpression key && key.getValue() instanceof String name
                ? member(owner, name, index.getLineNumber())
                : Shape.ANY;
    }

    private void compare(Shape shape, Expression other) {
        if (shape instanceof Leaf leaf
                && !leaf.words().isEmpty()
                && other instanceof ConstantExpression word
                && word.getValue() instanceof String text
                && !leaf.words().contains(text)) {
            problems.add(other.getLineNumber(), "it is never " + text + "; it is one of " + leaf.words());
        }
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression expression) {
        last = Call.of(expression).map(this::step).orElseGet(() -> collections.shapeOf(expression));
    }

    private Shape step(Call call) {
        call.named().values().forEach(this::shapeOf);
        call.positional().forEach(this::shapeOf);
        boolean outside = inWaves;
        inWaves |= call.name().equals("drsWaves");
        Shape block = call.block().map(this::result).orElse(Shape.ANY);
        inWaves = outside;
        if (inWaves && call.name().equals("drsWave")) {
            return StepShapes.ofReleasedWave();
        }
        Shape own = steps.of(call.name());
        return own == Shape.ANY ? block : own;
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        result(closure);
    }

    /** The value of a block, which is that of its last statement. */
    Shape result(ClosureExpression closure) {
        if (!(closure.getCode() instanceof BlockStatement block)) {
            return Shape.ANY;
        }
        Shape result = Shape.ANY;
        for (Statement statement : block.getStatements()) {
            result = Shape.ANY;
            if (statement instanceof ExpressionStatement last) {
                result = shapeOf(last.getExpression());
            } else if (statement instanceof ReturnStatement returned) {
                result = shapeOf(returned.getExpression());
            } else {
                statement.visit(this);
            }
        }
        return result;
    }

    /** The value of a block that is run for an element. */
    Shape result(ClosureExpression closure, Shape element) {
        Parameter[] parameters = closure.getParameters();
        String name = parameters == null || parameters.length == 0 ? "it" : parameters[0].getName();
        Shape outside = variables.put(name, element);
        Shape result = result(closure);
        variables.put(name, outside == null ? Shape.ANY : outside);
        return result;
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        Shape collection = shapeOf(loop.getCollectionExpression());
        define(loop.getVariable().getName(), collection instanceof Many many ? many.element() : Shape.ANY);
        loop.getLoopBlock().visit(this);
    }

    Problems problems() {
        return problems;
    }
}
