package io.jenkins.plugins.drs.documentation;

import io.jenkins.plugins.drs.engine.result.CleanupResult;
import io.jenkins.plugins.drs.engine.result.Finding;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.plugin.steps.StepResults;
import java.util.LinkedHashMap;
import java.util.Map;

/** What steps return, by name. Made by the steps; the words that a text may be come from the engine's enumerations. */
final class StepShapes {
    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    static StepShapes ofProject() {
        StepShapes shapes = new StepShapes();
        for (OwnSteps.OwnStep step : OwnSteps.all()) {
            shapes.shapes.put(step.name(), shapes.returned(step));
        }
        return shapes;
    }

    /** What a step returns; anything where it is none of ours. */
    Shape of(String step) {
        return shapes.getOrDefault(step, Shape.ANY);
    }

    /** What {@code drsWave} returns inside of {@code drsWaves}. */
    static Shape ofReleasedWave() {
        return words(Shape.of(StepResults.ofReleasedWave()));
    }

    private Shape returned(OwnSteps.OwnStep step) {
        return switch (step.name()) {
            case "drsExport" -> Shape.of(StepResults.ofExport());
            case "drsImport" -> Shape.of(StepResults.ofImport());
            case "drsSync" -> Shape.of(StepResults.ofSync());
            default -> words(Shape.of(told(step)));
        };
    }

    private static Object told(OwnSteps.OwnStep step) {
        try {
            Object told = StepResults.of(OwnSteps.make(step));
            return told == null ? Map.of() : told;
        } catch (Exception e) {
            throw new IllegalStateException("What " + step.name() + " returns cannot be told", e);
        }
    }

    private static Shape words(Shape shape) {
        if (shape instanceof Shape.Tree tree) {
            if (tree.members().containsKey("waves")) {
                return result(shape);
            }
            if (tree.members().containsKey("servers")) {
                return wave(shape);
            }
            if (tree.members().containsKey("outcome")) {
                return action(shape);
            }
        }
        return shape;
    }

    private static Shape result(Shape shape) {
        Shape result = Shape.withWords(shape, "status", ExecutionStatus.class);
        result = Shape.withWords(result, "mode", Mode.class);
        result = Shape.with(result, "waves", StepShapes::wave);
        result = Shape.with(result, "checks", check -> Shape.withWords(check, "status", CheckStatus.class));
        result = Shape.with(result, "findings", finding -> Shape.withWords(finding, "area", Finding.Area.class));
        return Shape.with(result, "cleanup", StepShapes::cleanup);
    }

    private static Shape wave(Shape shape) {
        Shape wave = Shape.withWords(shape, "status", WaveStatus.class);
        wave = Shape.with(wave, "servers", server -> Shape.withWords(server, "status", ServerResult.Status.class));
        wave = Shape.with(wave, "preWaveActions", StepShapes::action);
        wave = Shape.with(wave, "postWaveActions", StepShapes::action);
        return Shape.with(wave, "cleanup", StepShapes::cleanup);
    }

    private static Shape cleanup(Shape shape) {
        Shape cleanup = Shape.withWords(shape, "status", CleanupResult.Status.class);
        return Shape.with(cleanup, "leftBehind", left -> Shape.withWords(left, "kind", RemnantKind.class));
    }

    private static Shape action(Shape shape) {
        return Shape.withWords(shape, "outcome", ActionOutcome.class);
    }
}
