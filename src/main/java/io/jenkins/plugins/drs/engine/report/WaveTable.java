package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.result.ActionResult;
import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Waves as a table of plain text. The first column takes what width is left. */
final class WaveTable {
    private static final List<String> HEADINGS = List.of("Wave", "Status", "Servers", "Launch", "Duration", "Actions");
    private static final int NARROWEST_NAME = 8;

    private WaveTable() {}

    static List<String> of(List<WaveResult> waves, int width) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        waves.forEach(wave -> rows.add(cells(wave)));
        int[] widths = widths(rows, width);
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(line(row, widths)));
        lines.add(1, "-".repeat(Math.min(width, total(widths))));
        return lines;
    }

    private static List<String> cells(WaveResult wave) {
        int failed = wave.servers().failed();
        String servers = wave.servers().validated() + "/" + wave.servers().total();
        return List.of(
                PlainText.line(wave.position().number() + " " + wave.waveName()),
                wave.status().toString(),
                servers + (failed > 0 ? ", " + failed + " failed" : ""),
                wave.phases().stream()
                        .filter(phase -> phase.status() == WaveStatus.LAUNCHING)
                        .findFirst()
                        .flatMap(phase -> phase.timing().length())
                        .map(Durations::text)
                        .orElse("-"),
                wave.progress().timing().length().map(Durations::text).orElse("-"),
                actions(wave));
    }

    private static String actions(WaveResult wave) {
        List<ActionResult> all = Stream.concat(
                        wave.actions().preWaveActions().stream(), wave.actions().postWaveActions().stream())
                .toList();
        long good = all.stream()
                .filter(action -> action.progress().outcome() == ActionOutcome.SUCCEEDED)
                .count();
        Optional<ActionResult> failed =
                all.stream().filter(ActionResult::failed).findFirst();
        return all.isEmpty() ? "-" : good + "/" + all.size() + (failed.isPresent() ? " FAILED" : "");
    }

    private static int[] widths(List<List<String>> rows, int width) {
        int[] widths = new int[HEADINGS.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], length(row.get(column)));
            }
        }
        int others = total(widths) - widths[0];
        widths[0] = Math.min(widths[0], Math.max(NARROWEST_NAME, width - others));
        return widths;
    }

    private static int total(int[] widths) {
        int total = 2 * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        return total;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = PlainText.shortened(row.get(column), widths[column]);
            line.append(cell).append(" ".repeat(widths[column] - length(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
