package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.execution.Execution;
import io.jenkins.plugins.drs.engine.execution.WrongEnvironmentException;
import io.jenkins.plugins.drs.engine.execution.cleanup.OpenWorkText;
import io.jenkins.plugins.drs.engine.execution.launch.LaunchTags;
import io.jenkins.plugins.drs.engine.journal.Journal.JournalInUseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Says what still runs of an execution whose journal cannot be written or read, and what becomes of it. These words stand in
 * the build's log without a stack trace, which is logged at level FINE.
 */
final class StoppedDrill {
    private static final Logger LOGGER = Logger.getLogger(StoppedDrill.class.getName());

    private StoppedDrill() {}

    /** What runs by the execution's own knowledge or, after a defect, by its journal: the state may have fallen behind it. */
    static IOException of(Execution execution, Path folder, Exception cause) {
        return cause instanceof IOException ? of(OpenWorkText.of(execution.state()), cause) : of(folder, cause);
    }

    /** @param folder of the execution */
    static IOException of(Path folder, Exception cause) {
        String tagged =
                LaunchTags.EXECUTION + "=" + folder.getFileName(); // whose first line cannot be read has no id either
        return of(
                OpenWorkText.in(folder.resolve("audit.jsonl")).stream()
                        .map(line -> line.replaceFirst(LaunchTags.EXECUTION + "$", tagged))
                        .toList(),
                cause);
    }

    /** @param open what may still run, a line for each */
    static IOException of(List<String> open, Exception cause) {
        List<String> lines = new ArrayList<>();
        lines.add(Messages.stopped_why(cause.getMessage()));
        lines.add(open.isEmpty() ? Messages.stopped_nothingRuns() : Messages.stopped_mayRun(""));
        open.forEach(line -> lines.add("  " + line));
        lines.add(cause instanceof WrongEnvironmentException ? Messages.stopped_goBack() : Messages.stopped_goOn());
        return told(cause, lines.toArray(String[]::new));
    }

    /** Opens a journal as {@code opening} does, and says why it cannot; another process may have it, as a second controller with the same folder. */
    static DrillSetting.Opening explaining(Path journal, DrillSetting.Opening opening) {
        return (runtime, listener) -> {
            try {
                return opening.open(runtime, listener);
            } catch (JournalInUseException e) {
                throw told(e, Messages.stopped_elsewhere(e.getMessage()));
            } catch (IOException | RuntimeException e) {
                throw of(journal.getParent(), e);
            }
        };
    }

    private static IOException told(Exception cause, String... lines) {
        IOException told = BuildConsole.abort(lines);
        LOGGER.log(Level.FINE, told.getMessage(), cause);
        return told;
    }
}
