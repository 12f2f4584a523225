package io.jenkins.plugins.drs.plugin.configuration.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.plugin.configuration.schedule.PlanJobRegistry.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanJobRegistryTest {
    @TempDir
    private Path folder;

    private PlanJobRegistry registry() {
        return new PlanJobRegistry(folder.resolve("home/plan-jobs.json"));
    }

    private static Entry entry(String plan, Purpose purpose, String job) {
        return new Entry(job, new PlanJobMark(plan, purpose, "abc", true, false));
    }

    @Test
    void shouldRememberWhichJobServesAPlanAfterARestart() throws IOException {
        registry().put(entry("Shop", Purpose.DRILL, "dr/Shop drill"));

        assertThat(registry().jobs())
                .containsEntry(PlanJobMark.key("shop", Purpose.DRILL), entry("Shop", Purpose.DRILL, "dr/Shop drill"));
        assertThat(registry().ofJob("dr/Shop drill")).isPresent();
        assertThat(registry().ofJob("evil/Shop drill")).isEmpty();
    }

    @Test
    void shouldFollowAJobThatIsMovedWithItsFolderAndAPlanThatIsRenamed() throws IOException {
        registry().put(entry("Shop", Purpose.DRILL, "dr/Shop drill"));
        registry().put(entry("Shop", Purpose.CHECK, "dr/Shop check"));

        registry().moved("dr", "recovery/dr");
        registry().renamed("shop", "Store");

        assertThat(registry().jobs().values())
                .containsExactly(
                        entry("Store", Purpose.DRILL, "recovery/dr/Shop drill"),
                        entry("Store", Purpose.CHECK, "recovery/dr/Shop check"));
    }

    @Test
    void shouldNotTakeAJobThatIsMadeAnewUnderTheSameNameForTheFormerOne() throws IOException {
        registry().put(entry("Shop", Purpose.CHECK, "Shop check"));
        registry().put(entry("Shop", Purpose.DRILL, "dr/Shop drill"));

        registry().gone("Shop check");
        registry().gone("dr");

        assertThat(registry().jobs()).isEmpty();
    }

    @Test
    void shouldLetJobsWaitOnlyWhenTheRegistryBegins() throws IOException {
        registry().begin(List.of(entry("Shop", Purpose.DRILL, "Shop drill")));
        registry().begin(List.of(entry("Site", Purpose.DRILL, "planted")));

        assertThat(registry().isNew()).isFalse();
        assertThat(registry().jobs()).isEmpty();
        assertThat(registry().waiting().values()).containsExactly(entry("Shop", Purpose.DRILL, "Shop drill"));
    }

    @Test
    void shouldNotWaitAnyMoreForAJobThatWasAcceptedOrTurnedDown() throws IOException {
        registry()
                .begin(List.of(entry("Shop", Purpose.DRILL, "Shop drill"), entry("Site", Purpose.DRILL, "Site drill")));

        registry().put(entry("Shop", Purpose.DRILL, "Shop drill"));
        registry().turnDown(PlanJobMark.key("Site", Purpose.DRILL));

        assertThat(registry().waiting()).isEmpty();
        assertThat(registry().jobs()).hasSize(1);
    }

    @Test
    void shouldKnowNoJobWhenItCannotBeReadRatherThanBelieveJobs() throws IOException {
        Path file = folder.resolve("home/plan-jobs.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{");

        assertThat(registry().isNew()).isFalse();
        assertThatThrownBy(() -> registry().jobs())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("plan-jobs.json");
    }
}
