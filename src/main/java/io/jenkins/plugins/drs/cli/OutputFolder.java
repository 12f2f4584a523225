package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Chooses the folder of a run. */
final class OutputFolder {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private OutputFolder() {}

    /**
     * The folder that was asked for, or a new one below {@code drs-out}.
     *
     * @param asked may be null
     * @throws CommandFailure when the folder holds a run already: results are never overwritten
     */
    static Path choose(Path asked, String name) throws IOException {
        if (asked != null) {
            if (Files.exists(asked.resolve("audit.jsonl"))) {
                throw new CommandFailure(
                        ExitCode.INVALID,
                        asked + " holds the results of an execution already. Name another folder, or continue that "
                                + "execution with: drs drill --resume " + asked);
            }
            return asked;
        }
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        Path base = Path.of("drs-out");
        String stamp = STAMP.format(LocalDateTime.now());
        Path folder = base.resolve(slug + "-" + stamp);
        for (int number = 2; Files.exists(folder); number++) {
            folder = base.resolve(slug + "-" + stamp + "-" + number);
        }
        return folder;
    }
}
