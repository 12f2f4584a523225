package io.jenkins.plugins.drs.plugin.configuration.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntriesTest {
    private static final DrConfiguration STORED = Configurations.of("""
            owner: me
            protectionGroups:
              - {groupName: Web, region: us-east-1, serverSelectionTags: {Tier: web}}
            recoveryPlans:
              - planName: Shop
                waves: [{waveName: First, protectionGroupName: Web}]
            """);

    @Test
    void shouldNameEveryValueOfTheWrongKind() {
        PlanEntry plan = new PlanEntry("Shop");
        plan.setRto("soon");
        WaveEntry wave = new WaveEntry("First");
        wave.setOnFailure("explode");
        plan.setWaves(List.of(wave));

        assertThatThrownBy(() -> Entries.plan(plan))
                .isInstanceOfSatisfying(InvalidEntryException.class, refused -> assertThat(refused.errors())
                        .extracting("pointer")
                        .containsExactly("/recoveryPlans/0/rto", "/recoveryPlans/0/waves/0/onFailure"));
    }

    @Test
    void shouldRefuseATagThatIsThereTwice() {
        GroupEntry group = new GroupEntry("Web");
        group.setServerSelectionTags(List.of(new TagEntry("Tier"), new TagEntry("Tier")));

        assertThatThrownBy(() -> Entries.group(group))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining("'Tier' is there twice");
    }

    @Test
    void shouldReplaceOnlyTheListsThatAreGiven() throws Exception {
        GroupEntry group = Entries.entry(STORED.protectionGroups().get(0));
        group.setDescription("Front");

        DrConfiguration next =
                Entries.replaced(STORED, Optional.empty(), Optional.of(List.of(group)), Optional.empty());

        assertThat(next.protectionGroups().get(0).description()).isEqualTo("Front");
        assertThat(next.recoveryPlans()).isEqualTo(STORED.recoveryPlans());
        assertThat(next.unknown()).isEqualTo(STORED.unknown());
    }

    @Test
    void shouldValidateTheWholeWhenAListIsReplaced() {
        assertThatThrownBy(() -> Entries.replaced(STORED, Optional.empty(), Optional.of(List.of()), Optional.empty()))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining("There is no protection group 'Web'");
    }

    @Test
    void shouldKeepKnownFieldsFromBeingOverwrittenByFurtherOnes() throws Exception {
        GroupEntry group = Entries.entry(STORED.protectionGroups().get(0));
        group.setFurtherFields("{\"groupName\": \"Other\", \"owner\": \"me\"}");

        assertThat(Entries.group(group).groupName()).isEqualTo("Web");
        assertThat(Entries.group(group).unknown()).containsOnlyKeys("owner");
    }

    @Test
    void shouldRefuseFurtherFieldsThatAreNoObject() {
        GroupEntry group = Entries.entry(STORED.protectionGroups().get(0));
        group.setFurtherFields("[1]");

        assertThat(group.getFurtherFields()).isEqualTo("[1]");
        assertThatThrownBy(() -> Entries.group(group))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining("Further fields cannot be read")
                .hasMessageContaining("Write them like");
    }

    @ParameterizedTest
    @CsvSource({
        "/protectionGroups/0/region, us-east-1a, Expected a Region code",
        "/protectionGroups/0/servers/0/sourceServerId, server1, Expected a source server id",
        "/recoveryPlans/0/waves/0/preWaveActions/0/maxWaitTime, soon, Expected a duration",
        "/recoveryPlans/0/waves/0/validation/maxWaitTime, 0, Expected a time longer than zero",
        "/targetAccounts/0/accountId, , The account id is missing"
    })
    void shouldFindWhatIsWrongWithOneFieldByItself(String pointer, String value, String message) {
        assertThat(DocumentEntryDescriptor.problems(new JsonPointer(pointer), value))
                .extracting(Problem::message)
                .first(STRING)
                .startsWith(message);
        assertThat(DocumentEntryDescriptor.problems(new JsonPointer("/recoveryPlans/0/rto"), "PT1H"))
                .isEmpty();
    }
}
