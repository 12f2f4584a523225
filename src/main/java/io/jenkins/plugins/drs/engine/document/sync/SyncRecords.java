package io.jenkins.plugins.drs.engine.document.sync;

import io.jenkins.plugins.drs.engine.document.Sha256;
import io.jenkins.plugins.drs.engine.document.store.DamagedStoreException;
import io.jenkins.plugins.drs.engine.document.store.Disk;
import io.jenkins.plugins.drs.engine.document.store.StoreLock;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is remembered of all sources, a file for each. The folder is made with the first sync. */
public final class SyncRecords {
    private static final String ENDING = ".json";

    private final Path folder;
    private final Disk disk = Disk.REAL;

    public SyncRecords(Path folder) {
        this.folder = folder;
    }

    /** What is remembered of that source; empty before its first sync. */
    public Optional<SyncRecord> find(String source) throws IOException {
        return read(file(source));
    }

    SyncRecord get(String source) throws IOException {
        return find(source).orElseGet(() -> SyncRecord.none(source));
    }

    /** The sources that have been synced, or are about to be. */
    public List<SyncRecord> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        List<SyncRecord> records = new ArrayList<>();
        for (Path file : files) {
            read(file).ifPresent(records::add);
        }
        return records;
    }

    /** The items of all other sources that are still there. Of two with the same item, both are in it. */
    DrConfiguration others(String source, Predicate<String> isThere) throws IOException {
        List<TargetAccount> accounts = new ArrayList<>();
        List<ProtectionGroup> groups = new ArrayList<>();
        List<RecoveryPlan> plans = new ArrayList<>();
        for (SyncRecord record : all()) {
            if (!record.source().equals(source) && isThere.test(record.source())) {
                Stream.concat(record.synced().stream(), record.begun().map(SyncRecord.Begun::document).stream())
                        .forEach(document -> {
                            accounts.addAll(document.targetAccounts());
                            groups.addAll(document.protectionGroups());
                            plans.addAll(document.recoveryPlans());
                        });
            }
        }
        return new DrConfiguration(ExportMetadata.NONE, accounts, groups, plans, Map.of());
    }

    /** Writes a record, whole or not at all. */
    void write(SyncRecord record) throws IOException {
        Files.createDirectories(folder);
        Path file = file(record.source());
        Path beside = folder.resolve(file.getFileName() + ".new");
        disk.write(beside, SyncRecordFile.bytes(record));
        disk.move(beside, file);
    }

    /** Lets a source have another name, such as after its job was renamed; whatever that name had goes. */
    public void rename(String source, String name) throws IOException {
        Optional<SyncRecord> record = find(source);
        if (record.isPresent()) {
            write(record.get().named(name));
            forget(source);
        }
    }

    /** Forgets a source: what it brought stays, and belongs to nobody. */
    public void forget(String source) throws IOException {
        disk.delete(file(source));
    }

    /** Lets one sync at a time read and change records and store. */
    StoreLock lock() throws IOException {
        Files.createDirectories(folder);
        return StoreLock.take(folder);
    }

    private static Optional<SyncRecord> read(Path file) throws IOException {
        try {
            return Optional.of(SyncRecordFile.read(Files.readAllBytes(file)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IllegalArgumentException damaged) {
            throw new DamagedStoreException("What is remembered of the last sync, " + file + ", is damaged: "
                    + damaged.getMessage()
                    + ". Nothing was changed. Remove the file: the next sync then is like a first"
                    + " one, and takes everything that differs for changed by hand.");
        }
    }

    private Path file(String source) {
        return folder.resolve(Sha256.of(source.getBytes(StandardCharsets.UTF_8)) + ENDING);
    }
}
