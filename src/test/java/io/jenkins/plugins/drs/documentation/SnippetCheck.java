package io.jenkins.plugins.drs.documentation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.CompilationFailedException;

/** Tells what is wrong with pipeline code in a document. */
final class SnippetCheck {
    /** How steps of ours are called; what looks like one must be one. */
    private static final String OWN_NAME = "(drs[A-Z]|ssmAc)\\w*";
    /** Words that may concern steps. Documents hold thousands, most of which do not. */
    private static final Pattern OF_STEPS = Pattern.compile("^(" + OWN_NAME + "|r\\.|\\w+: )");
    /** Where a name that looks like one of a step is one. */
    private static final Pattern ABOUT_STEPS = Pattern.compile("README.md|.*(jenkins|steps)/.*");

    private final StepCatalog catalog = StepCatalog.ofProject();
    private final StepShapes shapes = StepShapes.ofProject();

    List<String> problems(Snippet snippet) {
        Problems problems = new Problems(snippet);
        if (snippet.kind() == Snippet.Kind.SCRIPT) {
            script(snippet, problems);
        } else if (snippet.kind() == Snippet.Kind.INLINE) {
            inline(snippet, problems);
        }
        return problems.found();
    }

    private void script(Snippet snippet, Problems problems) {
        try {
            check(GroovyScript.parse(snippet.text()), new ReadingCheck(shapes, problems), problems);
        } catch (CompilationFailedException e) {
            problems.add(1, "is no Groovy: " + e.getMessage());
        }
    }

    private void check(GroovyScript script, ReadingCheck reading, Problems problems) {
        CallCheck calls = new CallCheck(catalog, problems, script);
        if (DeclarativeCheck.isDeclarative(script)) {
            new DeclarativeCheck(calls, problems).check(script);
        } else {
            script.all().forEach(statement -> statement.visit(calls));
        }
        script.all().forEach(statement -> statement.visit(reading));
    }

    private void inline(Snippet snippet, Problems problems) {
        if (!OF_STEPS.matcher(snippet.text()).find()) {
            return;
        }
        Optional<GroovyScript> script = GroovyScript.tryParse(snippet.text());
        if (script.isEmpty()) {
            if (snippet.text().matches("(?s)" + OWN_NAME + "[ (].*")) {
                problems.add(1, "is no Groovy: " + snippet.text());
            }
        } else if (script.get().statements().size() == 1) {
            inline(script.get(), snippet, problems);
        }
    }

    private void inline(GroovyScript script, Snippet snippet, Problems problems) {
        Statement statement = script.statements().get(0);
        if (!(statement instanceof ExpressionStatement it)) {
            return;
        }
        Expression expression = it.getExpression();
        if (statement.getStatementLabel() != null) {
            argument(statement.getStatementLabel(), expression, problems);
        } else if (expression instanceof VariableExpression variable) {
            named(variable.getName(), snippet, problems);
        } else if (Call.of(expression).filter(call -> isOwn(call.name())).isPresent()) {
            check(script, new ReadingCheck(shapes, problems), problems);
        } else if (expression instanceof PropertyExpression) {
            ReadingCheck reading = new ReadingCheck(shapes, problems);
            stepOf(snippet).ifPresent(step -> reading.define("r", shapes.of(step.name())));
            statement.visit(reading);
        }
    }

    private void named(String name, Snippet snippet, Problems problems) {
        boolean aboutSteps = ABOUT_STEPS
                .matcher(snippet.file().toString().replace('\\', '/'))
                .matches();
        if (aboutSteps && isOwn(name) && catalog.find(name).isEmpty()) {
            problems.add(1, "there is no step " + name);
        }
    }

    private static boolean isOwn(String name) {
        return name.matches(OWN_NAME);
    }

    /** An argument with its value, such as {@code onPartial: 'ignore'}: where steps have it, one of them must take it. */
    private void argument(String name, Expression value, Problems problems) {
        List<Optional<String>> refusals = OwnSteps.all().stream()
                .flatMap(step -> Optional.ofNullable(step.model().arguments().get(name)).stream())
                .map(argument -> CallCheck.checkValue(argument, value))
                .toList();
        if (refusals.stream().allMatch(Optional::isPresent)) {
            refusals.stream().flatMap(Optional::stream).findFirst().ifPresent(refusal -> problems.add(1, refusal));
        }
    }

    /** The step whose help the snippet stands in. */
    private static Optional<OwnSteps.OwnStep> stepOf(Snippet snippet) {
        String folder = snippet.file().getParent() == null
                ? ""
                : snippet.file().getParent().getFileName().toString();
        return OwnSteps.all().stream()
                .filter(step -> step.type().getSimpleName().equals(folder))
                .findFirst();
    }
}
