package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses the folder of a run. */
final class OutputFolder {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private static final String JOURNAL = "audit.jsonl";
    private static final Set<String> TRACES = Set.of(JOURNAL, "." + JOURNAL + ".lock");
    private static final int MOST_NAMED = 3;

    private OutputFolder() {}

    /**
     * The folder that was asked for, or a new one below {@code drs-out}.
     *
     * @param asked may be null
     * @throws CommandFailure when the folder holds a run already, or files of somebody else: nothing is overwritten
     */
    static Path choose(Path asked, String name) throws IOException {
        if (asked != null) {
            refuseWhatIsUsed(asked);
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

    /**
     * Whether an execution has begun in a folder: its journal has a line. One that was killed before leaves a folder that
     * a new execution can take.
     */
    static boolean holdsExecution(Path folder) throws IOException {
        Path journal = folder.resolve(JOURNAL);
        if (!Files.isRegularFile(journal)) {
            return false;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(journal))) {
            int next = in.read();
            while (next >= 0 && next != '\n') {
                next = in.read();
            }
            return next >= 0;
        }
    }

    private static void refuseWhatIsUsed(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) { // also a link to nothing
            throw new CommandFailure(ExitCode.INVALID, folder + " is no folder. Name another one with --out.");
        }
        if (holdsExecution(folder)) {
            throw new CommandFailure(
                    ExitCode.INVALID,
                    folder + " holds the results of an execution already. Name another folder, or continue that "
                            + "execution with: drs drill --resume " + folder);
        }
        List<String> others = others(folder);
        if (!others.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.INVALID,
                    folder + " holds other files (" + String.join(", ", others)
                            + "). Name a folder with --out that is empty or not there yet.");
        }
    }

    /** Some of what is in a folder besides the traces of a run that never began; a link is none, whatever it leads to. */
    private static List<String> others(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !(TRACES.contains(file.getFileName().toString())
                            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .limit(MOST_NAMED)
                    .toList();
        }
    }
}
