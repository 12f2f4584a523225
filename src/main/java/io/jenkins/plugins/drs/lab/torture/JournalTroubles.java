package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.execution.Execution;
import io.jenkins.plugins.drs.engine.journal.Journal.JournalInUseException;
import io.jenkins.plugins.drs.engine.journal.JournalReader.JournalDamagedException;
import io.jenkins.plugins.drs.lab.torture.Promises.Broken;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What others do to the journal: a second process that wants to write it, and whatever changes a line of it. */
record JournalTroubles(
        Scenario scenario, Memory memory, JournalOnDisk journal, Engine engine, Supplier<SimulatorRecord> record) {

    /** Opens a journal as an engine does that goes on with it. */
    @FunctionalInterface
    interface Opening {
        Execution open(Path journal) throws IOException;
    }

    /** Must be refused while the execution's own process works, and change nothing. */
    List<Broken> secondProcess(Opening opening) throws IOException {
        List<Broken> broken = new ArrayList<>();
        for (Trouble.SecondProcess second : scenario.troubles(Trouble.SecondProcess.class)) {
            if (memory.isDue(second, second.afterEvent())) {
                Path file = engine.journalOfAnother(journal.file());
                byte[] before = journal.bytes();
                refused(opening, file, JournalInUseException.class, "A second process", broken);
                unchanged(before, broken);
            }
        }
        return broken;
    }

    /** Must be refused and told, and the journal stay as it is until somebody puts it right. */
    List<Broken> damage(Opening opening) throws IOException {
        List<Broken> broken = new ArrayList<>();
        for (Trouble.DamagedJournal damage : scenario.troubles(Trouble.DamagedJournal.class)) {
            byte[] good = journal.bytes();
            if (memory.isDue(damage, damage.afterEvent()) && lines(good).size() > 2) {
                byte[] damaged = damaged(good, damage.place());
                journal.put(damaged);
                refused(opening, journal.file(), JournalDamagedException.class, "A damaged journal", broken);
                unchanged(damaged, broken);
                broken.addAll(NothingLeft.untoldInstances(scenario, record.get(), engine.told(journal.file())));
                journal.put(good);
            }
        }
        return broken;
    }

    private static void refused(
            Opening opening, Path file, Class<? extends IOException> refusal, String what, List<Broken> broken) {
        try {
            opening.open(file).close();
            broken.add(new Broken(3, what + " was not refused"));
        } catch (IOException | RuntimeException e) {
            if (!refusal.isInstance(e)) {
                broken.add(new Broken(3, what + " was refused for something else: " + e));
            }
        }
    }

    private void unchanged(byte[] before, List<Broken> broken) throws IOException {
        if (!Arrays.equals(before, journal.bytes())) {
            broken.add(new Broken(3, "The journal was written to by an engine that had to leave it alone"));
        }
    }

    /** The last letter or digit of a line that another one follows; not of the first, which says whose journal it is. */
    private static byte[] damaged(byte[] good, int place) {
        List<String> lines = lines(good);
        int line = 1 + place * (lines.size() - 2) / 1000;
        int at = -1;
        for (String before : lines.subList(0, line + 1)) {
            at += before.getBytes(StandardCharsets.UTF_8).length + 1;
        }
        byte[] damaged = good.clone();
        while (!Character.isLetterOrDigit(damaged[at])) {
            at--;
        }
        damaged[at] = (byte) (damaged[at] == '7' ? '3' : '7');
        return damaged;
    }

    /** Whole ones: what a crash left of another was never acknowledged. */
    private static List<String> lines(byte[] journal) {
        String text = new String(journal, StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
