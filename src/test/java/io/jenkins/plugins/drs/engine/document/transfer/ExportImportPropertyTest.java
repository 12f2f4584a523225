package io.jenkins.plugins.drs.engine.document.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.ArbitraryConfigurations;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.ConfigurationStore;
import io.jenkins.plugins.drs.engine.document.store.FolderStore;
import io.jenkins.plugins.drs.engine.document.store.HistoryPolicy;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

class ExportImportPropertyTest {
    private static final Change CHANGE = new Change("alice", Instant.EPOCH, Change.Kind.IMPORT, "");
    private static final ImportRequest FORCED =
            new ImportRequest(ImportRequest.OnConflict.FAIL, false, true, OptionalLong.empty());

    private Path temp;
    private int stores;

    @BeforeProperty
    void makeFolder() throws IOException {
        temp = Files.createTempDirectory("stores");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(temp)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private ConfigurationStore newStore() {
        return new FolderStore(temp.resolve("store-" + stores++), HistoryPolicy.DEFAULT);
    }

    @Provide
    Arbitrary<DrConfiguration> valid() {
        return ArbitraryConfigurations.valid();
    }

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void shouldMakeASecondStoreThatMeansTheSame(
            @ForAll("valid") DrConfiguration configuration, @ForAll DocumentFormat format) throws Exception {
        ConfigurationStore first = newStore();
        ConfigurationStore second = newStore();
        DrConfiguration stored = first.replace(0, configuration, CHANGE).configuration();
        byte[] exported = export(stored, format);

        ImportResult result = imported(second, exported, format);
        ImportResult again = imported(second, exported, format);

        assertThat(result.success()).as("%s", result.problems()).isTrue();
        assertThat(again.outcome()).isEqualTo(ImportResult.Outcome.UNCHANGED);
        DrConfiguration copied = second.current().configuration();
        assertThat(ConfigurationDiff.between(stored, copied).changes()).isEmpty();
        assertThat(export(copied, format)).isEqualTo(exported);
    }

    private static byte[] export(DrConfiguration configuration, DocumentFormat format) {
        return ConfigurationExport.write(configuration, new ExportRequest(List.of(), format, ExportMetadata.NONE));
    }

    private static ImportResult imported(ConfigurationStore store, byte[] document, DocumentFormat format)
            throws Exception {
        var draft = DocumentReader.draft(document, "exported." + format, DocumentLimits.DEFAULT);
        return ConfigurationImport.run(store, draft, FORCED, CHANGE);
    }
}
