package io.jenkins.plugins.drs.engine.document.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationDiffTest {
    private static final String BASE = """
            targetAccounts:
              - {accountId: "111111111111", assumeRoleName: Role}
            protectionGroups:
              - groupName: Web
                region: us-east-1
                sourceServerIds: [s-1234567890abcdef0, s-1234567890abcdef1]
                launchConfig: {securityGroupIds: [sg-12345678, sg-87654321], copyTags: true}
                servers: [{sourceServerId: s-1234567890abcdef0, launchConfig: {staticPrivateIp: 10.0.0.5}}]
              - {groupName: Db, region: us-east-1, serverSelectionTags: {Tier: db}}
            recoveryPlans:
              - planName: Shop
                waves:
                  - {waveName: First, protectionGroupName: Db, maxWaitTime: 3600}
                  - waveName: Second
                    protectionGroupName: Web
                    preWaveActions:
                      - {name: Stop, documentName: Doc, parameters: {Password: hunter2hunter2, Mode: fast}}
                      - {name: Tell, documentName: Doc}
            """;

    private static List<String> diff(String piece, String replacement) {
        return DiffText.lines(ConfigurationDiff.between(Configurations.of(BASE), changed(piece, replacement)), 100);
    }

    private static DrConfiguration changed(String piece, String replacement) {
        assertThat(BASE).contains(piece);
        return Configurations.of(BASE.replace(piece, replacement));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'[s-1234567890abcdef0, s-1234567890abcdef1]' | '[s-1234567890abcdef1, s-1234567890abcdef0]'",
                "'[sg-12345678, sg-87654321]' | '[sg-87654321, sg-12345678]'",
                "'protectionGroupName: Db' | 'protectionGroupNames: [Db]'",
                "'maxWaitTime: 3600' | 'maxWaitTime: PT1H'",
                "', maxWaitTime: 3600' | ''",
                "'Mode: fast' | 'Mode: [fast]'",
                "'targetAccounts:' | 'exportMetadata: {exportedBy: me}\ntargetAccounts:'"
            })
    void shouldSeeNoDifferenceWhereThereIsNoneInMeaning(String piece, String replacement) {
        assertThat(diff(piece, replacement)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "maxWaitTime: 3600 | maxWaitTime: 60 | ~ recovery plan 'Shop' | waves/First/maxWaitTime: '3600' -> '60'",
                "Mode: fast | Mode: [fast, safe] | ~ recovery plan 'Shop' | waves/Second/preWaveActions/Stop/parameters/Mode: 'fast' -> '[fast, safe]'",
                "', launchConfig: {staticPrivateIp: 10.0.0.5}' | '' | ~ protection group 'Web' | servers/s-1234567890abcdef0/launchConfig/staticPrivateIp: removed '10.0.0.5'",
                "copyTags: true | 'copyTags: true, instanceType: t3.medium' | ~ protection group 'Web' | launchConfig/instanceType: added 't3.medium'",
                "Role} | 'Role, externalId: abc}' | ~ target account '111111111111' | externalId: added 'abc'",
                "protectionGroupName: Db | 'protectionGroupName: Db, owner: me' | ~ recovery plan 'Shop' | waves/First/owner: added 'me'",
                "groupName: Web | groupName: WEB | ~ protection group 'WEB' | groupName: 'Web' -> 'WEB'"
            })
    void shouldNameTheFieldWithItsOldAndNewValue(String piece, String replacement, String item, String field) {
        assertThat(diff(piece, replacement)).containsExactly(item, "    " + field);
    }

    @Test
    void shouldTellItemsThatCameAndWent() {
        List<String> lines = diff(
                "recoveryPlans:",
                "  - {groupName: Cache, region: us-east-1, serverSelectionTags: {a: b}}\nrecoveryPlans:");

        assertThat(lines).containsExactly("+ protection group 'Cache'");
        ConfigurationDiff all = ConfigurationDiff.between(Configurations.of(BASE), DrConfiguration.EMPTY);
        assertThat(DiffText.summary(all.counts()))
                .isEqualTo("1 target account removed, 2 protection groups removed, 1 recovery plan removed");
        assertThat(all.changes().get(0).fields())
                .contains(
                        new FieldChange("assumeRoleName", "Role", null),
                        new FieldChange("accountId", "111111111111", null));
    }

    @Test
    void shouldTellManyNewItemsByTheirNamesOnly() {
        StringBuilder groups = new StringBuilder("protectionGroups:\n");
        for (int number = 0; number <= 200; number++) {
            groups.append("  - {groupName: G" + number + ", region: us-east-1, serverSelectionTags: {a: b}}\n");
        }

        ConfigurationDiff diff = ConfigurationDiff.between(DrConfiguration.EMPTY, Configurations.of(groups.toString()));

        assertThat(diff.changes()).hasSize(201).allMatch(change -> change.fields()
                .isEmpty());
    }

    @Test
    void shouldTellWhenWavesOrActionsChangePlaces() {
        List<String> lines = diff("          - {name: Tell, documentName: Doc}\n", "");

        assertThat(lines).hasSize(5).allMatch(line -> line.startsWith("~") || line.contains("/Tell/"));
        String stop =
                "          - {name: Stop, documentName: Doc, parameters: {Password: hunter2hunter2, Mode: fast}}\n";
        String tell = "          - {name: Tell, documentName: Doc}\n";
        assertThat(diff(stop + tell, tell + stop))
                .containsExactly(
                        "~ recovery plan 'Shop'", "    waves/Second/preWaveActions: '[Stop, Tell]' -> '[Tell, Stop]'");
    }

    @Test
    void shouldCompareSecretsButNotShowThem() {
        ConfigurationDiff diff = ConfigurationDiff.between(
                Configurations.of(BASE), changed("hunter2hunter2", "\"{{resolve:ssm-secure:/pw}}\""));

        assertThat(diff.changes().get(0).fields())
                .containsExactly(new FieldChange(
                        "waves/Second/preWaveActions/Stop/parameters/Password",
                        FieldChange.HIDDEN,
                        "{{resolve:ssm-secure:/pw}}"));
        assertThat(ConfigurationDiff.between(Configurations.of(BASE), changed("hunter2hunter2", "correcthorse"))
                        .toString())
                .contains(FieldChange.HIDDEN)
                .doesNotContain("hunter2", "correcthorse");
    }

    @Test
    void shouldKeepLinesHarmlessAndFew() {
        String group = "recoveryPlans:";
        String many = "  - {groupName: \"<b>[31m %d\", region: us-east-1, serverSelectionTags: {a: b}}\n";
        StringBuilder groups = new StringBuilder();
        for (int number = 0; number < 30; number++) {
            groups.append(String.format(many, number));
        }

        ConfigurationDiff diff = ConfigurationDiff.between(Configurations.of(BASE), changed(group, groups + group));

        List<String> lines = DiffText.lines(diff, 10);
        assertThat(lines).hasSize(10).endsWith("... and 21 more lines");
        assertThat(lines.get(0)).isEqualTo("+ protection group '<b>[31m 0'");
    }

    @Test
    void shouldTellUnknownFieldsAtTheTop() {
        assertThat(diff("targetAccounts:", "owner: {team: dr}\ntargetAccounts:"))
                .containsExactly("+ unknown field 'owner'");
    }

    @Test
    void shouldBeEmptyBetweenEveryConfigurationAndItself() throws Exception {
        DrConfiguration everything =
                Configurations.of(Files.readString(Path.of("src/test/resources/documents/everything.yaml")));

        assertThat(ConfigurationDiff.between(everything, everything).isEmpty()).isTrue();
        assertThat(ConfigurationDiff.between(DrConfiguration.EMPTY, DrConfiguration.EMPTY))
                .isSameAs(ConfigurationDiff.NONE);
    }

    @Test
    void shouldCompareInvalidConfigurationsToo() {
        DrConfiguration twice = Configurations.unvalidated("""
                protectionGroups: [{groupName: A}, {groupName: a}, {}]
                recoveryPlans: [{planName: P, waves: [{waveName: W, maxWaitTime: 5}, {waveName: w, maxWaitTime: 6}]}]
                """);

        assertThat(ConfigurationDiff.between(twice, twice).isEmpty()).isTrue();
        assertThat(ConfigurationDiff.between(DrConfiguration.EMPTY, twice)
                        .counts()
                        .get(ItemKind.PROTECTION_GROUP))
                .isEqualTo(new ItemCounts(3, 0, 0));
    }

    @Test
    void shouldSayThatARoleChangedAndNotWhich() {
        String before = "targetAccounts: [{accountId: '210987654321', assumeRoleName: %s, externalId: %s}]";

        ConfigurationDiff diff = ConfigurationDiff.between(
                Configurations.of(before.formatted("OldRole", "ext-old")),
                Configurations.of(before.formatted("NewRole", "ext-new")));

        assertThat(DiffText.lines(diff.withoutRoles(), 20))
                .contains(
                        "    assumeRoleName: (not shown) -> (not shown)", "    externalId: (not shown) -> (not shown)")
                .noneMatch(line -> line.contains("Role\"") || line.contains("ext-"));
    }
}
