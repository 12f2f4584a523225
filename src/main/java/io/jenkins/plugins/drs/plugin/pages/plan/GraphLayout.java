package io.jenkins.plugins.drs.plugin.pages.plan;

import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WaveGraph;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a drawing of a plan's waves puts boxes and lines: to the right of all waves that a wave waits for, below those
 * that start with it.
 *
 * <p>Pure: the same plan gives the same drawing.
 */
public final class GraphLayout {
    static final int BOX_WIDTH = 190;
    static final int BOX_HEIGHT = 64;

    private static final int GAP_X = 56;
    private static final int GAP_Y = 22;
    private static final int MARGIN = 6;
    private static final int LONGEST_TEXT = 22;

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private int columns;
    private int rows;

    private GraphLayout(List<Wave> waves, WaveGraph graph) {
        Map<String, Integer> depths = depths(waves, graph);
        Map<Integer, Integer> used = new HashMap<>();
        for (Wave wave : waves) {
            int column = depths.get(wave.waveName());
            int row = used.merge(column, 1, Integer::sum) - 1;
            columns = Math.max(columns, column + 1);
            rows = Math.max(rows, row + 1);
            boxes.put(wave.waveName(), new Box(wave, column, row));
        }
        for (Wave wave : waves) {
            graph.dependenciesOf(wave.waveName())
                    .forEach(before -> lines.add(new Line(boxes.get(before), boxes.get(wave.waveName()))));
        }
    }

    /** A drawing; one without boxes when the waves wait for each other in a circle. */
    static GraphLayout of(RecoveryPlan plan) {
        WaveGraph graph = WaveGraph.of(plan.waves());
        List<Wave> waves = graph.cycle().isEmpty() ? plan.waves() : List.of();
        return new GraphLayout(waves, graph);
    }

    /** How many waves lie before each, along the longest way. Goes over the waves until nothing moves any more. */
    private static Map<String, Integer> depths(List<Wave> waves, WaveGraph graph) {
        Map<String, Integer> depths = new HashMap<>();
        waves.forEach(wave -> depths.put(wave.waveName(), 0));
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Wave wave : waves) {
                int depth = graph.dependenciesOf(wave.waveName()).stream()
                        .mapToInt(before -> depths.getOrDefault(before, -1) + 1)
                        .max()
                        .orElse(0);
                moved |= depth != depths.put(wave.waveName(), depth);
            }
        }
        return depths;
    }

    public boolean isNone() {
        return boxes.isEmpty();
    }

    public List<Box> getBoxes() {
        return List.copyOf(boxes.values());
    }

    public List<Line> getLines() {
        return lines;
    }

    public int getWidth() {
        return Math.max(1, columns * (BOX_WIDTH + GAP_X) - GAP_X + 2 * MARGIN);
    }

    public int getHeight() {
        return Math.max(1, rows * (BOX_HEIGHT + GAP_Y) - GAP_Y + 2 * MARGIN);
    }

    /** A wave. */
    public record Box(Wave wave, int column, int row) {
        public String getName() {
            return PlainText.line(wave.waveName());
        }

        /** As much of the name as fits. */
        public String getLabel() {
            return PlainText.shortened(getName(), LONGEST_TEXT);
        }

        public String getNote() {
            int actions = wave.preWaveActions().size() + wave.postWaveActions().size();
            return Messages.graph_note(wave.protectionGroupNames().size(), actions);
        }

        public boolean isPause() {
            return wave.policy().pauseBefore();
        }

        public int getX() {
            return MARGIN + column * (BOX_WIDTH + GAP_X);
        }

        public int getY() {
            return MARGIN + row * (BOX_HEIGHT + GAP_Y);
        }

        public int getTextX() {
            return getX() + 14;
        }

        public int getLabelY() {
            return getY() + 27;
        }

        public int getNoteY() {
            return getY() + 48;
        }

        public int getWidth() {
            return BOX_WIDTH;
        }

        public int getHeight() {
            return BOX_HEIGHT;
        }

        private int middle() {
            return getY() + BOX_HEIGHT / 2;
        }
    }

    /** From a wave to one that waits for it. */
    public record Line(Box from, Box to) {
        /** A path of SVG. */
        public String getPath() {
            int startX = from.getX() + BOX_WIDTH;
            int endX = to.getX() - 7;
            int bend = startX + GAP_X / 2;
            return "M" + startX + " " + from.middle() + "C" + bend + " " + from.middle() + " " + (endX - GAP_X / 2)
                    + " " + to.middle() + " " + endX + " " + to.middle();
        }

        /** Corners of the arrow's head. */
        public String getHead() {
            int x = to.getX() - 1;
            return x + "," + to.middle() + " " + (x - 8) + "," + (to.middle() - 5) + " " + (x - 8) + ","
                    + (to.middle() + 5);
        }
    }
}
