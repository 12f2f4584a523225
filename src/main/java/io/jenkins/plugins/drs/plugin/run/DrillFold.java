package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.ResultCollector;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The result of an execution as it grows. Safe for use by threads; computed at most once between two events. */
final class DrillFold {
    private final ResultCollector collector = new ResultCollector();
    private long lastSequence;
    private DrillResult result;

    synchronized void accept(RecordedEvent event) {
        collector.accept(event);
        lastSequence = event.sequence();
        result = null;
    }

    synchronized Optional<DrillResult> result() {
        if (result == null && lastSequence > 0) {
            result = collector.result();
        }
        return Optional.ofNullable(result);
    }

    /** The result that names the journal's last hash. */
    synchronized DrillResult end(String lastHash) {
        result = collector.result(lastHash);
        return result;
    }

    synchronized long lastSequence() {
        return lastSequence;
    }

    List<String> pausedWaves() {
        return waves(WaveStatus.PAUSED);
    }

    private List<String> waves(WaveStatus status) {
        return result().stream()
                .flatMap(it -> it.waveResults().stream())
                .filter(wave -> wave.status() == status)
                .map(WaveResult::waveName)
                .toList();
    }

    String statusText() {
        return result().map(DrillFold::text).orElseGet(Messages::status_beginning);
    }

    private static String text(DrillResult result) {
        String id = result.run().executionId();
        if (result.status().ended()) {
            return result.run().mode().word() + " " + id + " " + result.status();
        }
        List<String> active = result.waveResults().stream()
                .filter(wave -> wave.status().active() || wave.status() == WaveStatus.PAUSED)
                .map(wave -> wave.waveName() + " "
                        + wave.status().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        if (!active.isEmpty()) {
            return Messages.status_waves(String.join(", ", active), id);
        }
        boolean begun =
                result.waveResults().stream().anyMatch(wave -> wave.status().ended());
        return begun ? Messages.status_between(id) : Messages.status_preflight(id);
    }
}
