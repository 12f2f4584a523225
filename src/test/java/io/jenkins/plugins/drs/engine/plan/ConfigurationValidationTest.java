package io.jenkins.plugins.drs.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationValidationTest {
    private static final String SERVER = "s-1234567890abcdef0";
    private static final String OTHER_SERVER = "s-abcdef12345678900";

    @Test
    void shouldFindNothingWrongWithAGoodConfiguration() {
        assertThat(problems(group("Web", SERVER), group("Db", OTHER_SERVER), wave("One", "web"), wave("Two", "DB")))
                .isEmpty();
        assertThat(ConfigurationValidation.of(DrConfiguration.EMPTY)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'', is missing",
        "' ', is missing",
        "' a', begins or ends with a space",
        "'a\tb', contains a control character",
        "'a\u0085b', contains a control character",
        "'a\u202Eb', contains a character that cannot be seen",
        "'a\u2066b', contains a character that cannot be seen",
        "'a\u200Bb', contains a character that cannot be seen",
        "'a\u200Db', contains a character that cannot be seen",
        "'a\uFEFF', contains a character that cannot be seen",
        "'a\u00ADb', contains a character that cannot be seen",
        "'a\u3164', contains a character that cannot be seen",
        "'a\u2028b', contains a character that cannot be seen"
    })
    void shouldReportNamesThatNobodyCanRead(String name, String expected) {
        assertThat(ofGroup(group(name, SERVER)))
                .singleElement()
                .asString()
                .contains("/protectionGroups/0/groupName")
                .contains(expected);
    }

    @Test
    void shouldReportNamesThatAreTooLong() {
        assertThat(ofGroup(group("x".repeat(128), SERVER))).isEmpty();
        assertThat(ofGroup(group("x".repeat(129), SERVER)))
                .singleElement()
                .asString()
                .contains("has 129 characters");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "us-east-1, 0",
        "us-gov-west-1, 0",
        "eu-isoe-west-1, 1",
        "xx-north-9, 1",
        "us-east-1a, 1",
        "Virginia, 1",
        "'', 1"
    })
    void shouldCheckRegions(String region, int problems) {
        ProtectionGroup group = group("G", Target.own(region), new ServerSelection(Map.of("a", "b"), List.of()));

        assertThat(ofGroup(group)).hasSize(problems);
    }

    @Test
    void shouldOnlyWarnOfARegionThatMayBeNew() {
        ProtectionGroup group = group("G", Target.own("xx-north-9"), new ServerSelection(Map.of("a", "b"), List.of()));

        assertThat(ofGroup(group)).singleElement().matches(problem -> !problem.isError());
    }

    @Test
    void shouldWantServersSelectedExactlyOnce() {
        Target target = Target.own("us-east-1");

        assertThat(ofGroup(group("G", target, new ServerSelection(Map.of(), List.of()))))
                .singleElement()
                .asString()
                .contains("selects no servers");
        assertThat(ofGroup(group("G", target, new ServerSelection(Map.of("a", "b"), List.of(SERVER)))))
                .singleElement()
                .asString()
                .contains("both by tags and by id");
        assertThat(ofGroup(group("G", target, new ServerSelection(Map.of(), List.of(SERVER, SERVER)))))
                .singleElement()
                .asString()
                .contains("/protectionGroups/0/sourceServerIds/1")
                .contains("listed twice");
        assertThat(ofGroup(group("G", target, new ServerSelection(Map.of(), List.of("i-123")))))
                .singleElement()
                .asString()
                .contains("Expected a source server id, but got 'i-123'");
    }

    @Test
    void shouldReportSettingsOfServersThatTheGroupDoesNotHave() {
        ProtectionGroup group = new ProtectionGroup(
                "G",
                "",
                Target.own("us-east-1"),
                new ServerSelection(Map.of(), List.of(SERVER)),
                LaunchSettings.NONE,
                Map.of(OTHER_SERVER, LaunchSettings.NONE),
                Map.of());

        assertThat(ofGroup(group)).singleElement().asString().contains("/protectionGroups/0/servers/0/sourceServerId");
    }

    @Test
    void shouldReportAnAddressThatTwoServersWouldGet() {
        LaunchSettings fixed = address("10.0.0.5");
        ProtectionGroup both = new ProtectionGroup(
                "Both",
                "",
                Target.own("us-east-1"),
                new ServerSelection(Map.of(), List.of(SERVER, OTHER_SERVER)),
                LaunchSettings.NONE,
                Map.of(SERVER, fixed, OTHER_SERVER, fixed),
                Map.of());
        ProtectionGroup shared = withSettings(both, fixed);

        assertThat(ofGroup(both)).singleElement().asString().contains("'10.0.0.5' is already given to");
        assertThat(ofGroup(shared).toString()).contains("All servers of the group would get the same address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0", "10.0.0.256", "10.0.0.1.", "10.0.0.1/24", "fe80::1", "01.0.0.1.2"})
    void shouldReportWhatIsNoAddress(String address) {
        assertThat(ofGroup(withSettings(group("G", SERVER), address(address)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.1.10", "255.255.255.255", "0.0.0.0", "192.168.100.200"})
    void shouldAcceptAddresses(String address) {
        assertThat(ofGroup(withSettings(group("G", SERVER), address(address)))).isEmpty();
    }

    @Test
    void shouldWarnThatRightSizingOverridesTheInstanceType() {
        LaunchSettings settings = new LaunchSettings(
                Optional.of("t3.medium"),
                Optional.of("subnet-1"),
                List.of("sg-123"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LaunchSettings.RightSizing.BASIC),
                Optional.empty());

        assertThat(ofGroup(withSettings(group("G", SERVER), settings)))
                .hasSize(3)
                .allMatch(problem -> !problem.isError())
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder(
                        "/protectionGroups/0/launchConfig/instanceType",
                        "/protectionGroups/0/launchConfig/subnetId",
                        "/protectionGroups/0/launchConfig/securityGroupIds/0");
    }

    @Test
    void shouldReportAnAccountThatIsNotATarget() {
        Target target = new Target(Optional.of("123456789012"), "us-east-1");
        ProtectionGroup group = group("G", target, new ServerSelection(Map.of("a", "b"), List.of()));

        assertThat(ofGroup(group)).singleElement().asString().contains("is not among the targetAccounts");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "123456789012, Role, id-1, 0",
        "12345678901, Role, id-1, 1",
        "123456789012, arn:aws:iam::1:role/x, id-1, 1",
        "123456789012, '', id-1, 1",
        "123456789012, Ro le, x, 2"
    })
    void shouldCheckTargetAccounts(String accountId, String role, String externalId, int problems) {
        TargetAccount account = new TargetAccount(accountId, "", role, Optional.of(externalId), Map.of());
        DrConfiguration configuration =
                new DrConfiguration(ExportMetadata.NONE, List.of(account), List.of(), List.of(), Map.of());

        assertThat(ConfigurationValidation.of(configuration)).hasSize(problems);
    }

    @Test
    void shouldReportAGroupInTwoWaves() {
        assertThat(problems(
                        group("Web", SERVER), group("Db", OTHER_SERVER), wave("One", "Web", "Db"), wave("Two", "WEB")))
                .singleElement()
                .asString()
                .contains("/recoveryPlans/0/waves/1/protectionGroupNames/0")
                .contains("is already recovered in wave 'One'");
    }

    @Test
    void shouldReportAServerInTwoGroupsOfAPlan() {
        assertThat(problems(group("Web", SERVER), group("Db", SERVER), wave("One", "Web"), wave("Two", "Db")))
                .singleElement()
                .asString()
                .contains("The server '" + SERVER + "' is in the groups 'Web' and 'Db'");
    }

    @Test
    void shouldReportAPlanWithoutWavesAndAWaveWithoutGroups() {
        assertThat(problems(group("Web", SERVER), group("Db", OTHER_SERVER)))
                .singleElement()
                .asString()
                .contains("/recoveryPlans/0/waves")
                .contains("The plan has no waves");
        assertThat(problems(group("Web", SERVER), group("Db", OTHER_SERVER), wave("One")))
                .singleElement()
                .asString()
                .contains("The wave has no protection group");
    }

    @Test
    void shouldCheckActionsAgainstWhatSystemsManagerAccepts() {
        Map<String, List<String>> parameters = Map.of("x".repeat(51), List.of("y".repeat(513), "{{resolve:ssm:open"));
        AutomationAction bad = new AutomationAction(
                "A",
                new AutomationAction.Document("bad name", Optional.of("01")),
                parameters,
                Duration.ofDays(8),
                OnFailure.STOP,
                Optional.of(new Target(Optional.of("123456789012"), "nowhere")),
                Map.of());
        Wave wave = new Wave(
                "One", List.of("Web"), Optional.empty(), WavePolicy.DEFAULT, List.of(bad, bad), List.of(), Map.of());

        List<Problem> problems = problems(group("Web", SERVER), group("Db", OTHER_SERVER), wave);

        String all = problems.toString();
        assertThat(all)
                .contains("Expected the name or ARN of a document, but got 'bad name'")
                .contains("Expected a document version, but got '01'")
                .contains("Expected a parameter name of 1 to 50 characters")
                .contains("The value has 513 characters")
                .contains("has no closing '}}'")
                .contains("Expected at most 7 days")
                .contains("Expected a Region code, but got 'nowhere'")
                .contains("Account 123456789012 is not among the targetAccounts")
                .contains("The action name 'A' is already used");
    }

    @Test
    void shouldBoundTheNumberOfProblems() {
        List<ProtectionGroup> groups =
                IntStream.range(0, 5_000).mapToObj(number -> group("", SERVER)).toList();
        DrConfiguration configuration =
                new DrConfiguration(ExportMetadata.NONE, List.of(), groups, List.of(), Map.of());

        List<Problem> problems = ConfigurationValidation.of(configuration);

        assertThat(problems).hasSize(1001);
        assertThat(problems.get(1000).message()).isEqualTo("4000 more errors are not shown");
    }

    private static List<Problem> ofGroup(ProtectionGroup group) {
        return ConfigurationValidation.of(
                new DrConfiguration(ExportMetadata.NONE, List.of(), List.of(group), List.of(), Map.of()));
    }

    private static List<Problem> problems(ProtectionGroup first, ProtectionGroup second, Wave... waves) {
        RecoveryPlan plan = new RecoveryPlan(
                "Plan", "", Optional.empty(), Optional.empty(), PlanSchedule.NONE, List.of(waves), Map.of());
        return ConfigurationValidation.of(new DrConfiguration(
                ExportMetadata.NONE, List.of(), List.of(first, second), List.of(plan), Collections.emptyMap()));
    }

    private static Wave wave(String name, String... groups) {
        return new Wave(name, List.of(groups), Optional.empty(), WavePolicy.DEFAULT, List.of(), List.of(), Map.of());
    }

    private static ProtectionGroup group(String name, String... servers) {
        return group(name, Target.own("us-east-1"), new ServerSelection(Map.of(), List.of(servers)));
    }

    private static ProtectionGroup group(String name, Target target, ServerSelection selection) {
        return new ProtectionGroup(name, "", target, selection, LaunchSettings.NONE, Map.of(), Map.of());
    }

    private static ProtectionGroup withSettings(ProtectionGroup group, LaunchSettings settings) {
        return new ProtectionGroup(
                group.groupName(), "", group.target(), group.selection(), settings, group.serverOverrides(), Map.of());
    }

    private static LaunchSettings address(String address) {
        return new LaunchSettings(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(address),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
