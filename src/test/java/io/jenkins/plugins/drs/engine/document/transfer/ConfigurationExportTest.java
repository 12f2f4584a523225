package io.jenkins.plugins.drs.engine.document.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigurationExportTest {
    private static final String ONE = """
            targetAccounts:
              - {accountId: "222222222222", assumeRoleName: Role}
              - {accountId: "111111111111", assumeRoleName: Role, x: {b: 1, a: [{d: 1, c: 2}]}}
            protectionGroups:
              - {groupName: web, region: us-east-1, accountId: "111111111111", serverSelectionTags: {B: b, A: a}}
              - {groupName: web2, region: us-east-1, serverSelectionTags: {A: c}}
              - groupName: Db
                region: us-east-1
                sourceServerIds: [s-1234567890abcdef1, s-1234567890abcdef0]
                launchConfig: {securityGroupIds: [sg-22222222, sg-11111111]}
                servers:
                  - {sourceServerId: s-1234567890abcdef1, launchConfig: {staticPrivateIp: 10.0.0.1}}
                  - {sourceServerId: s-1234567890abcdef0, launchConfig: {staticPrivateIp: 10.0.0.2}}
            recoveryPlans:
              - planName: Shop
                waves:
                  - {waveName: One, protectionGroupName: Db}
                  - {waveName: Two, protectionGroupName: web, dependsOn: []}
                  - {waveName: Three, protectionGroupName: web2, dependsOn: [Two, One]}
              - {planName: Db only, waves: [{waveName: One, protectionGroupName: db}]}
            """;

    private static final String OTHER = """
            recoveryPlans:
              - {planName: Db only, waves: [{waveName: One, protectionGroupName: db}]}
              - planName: Shop
                waves:
                  - {waveName: One, protectionGroupNames: [Db]}
                  - {waveName: Two, protectionGroupName: web, dependsOn: []}
                  - {waveName: Three, protectionGroupName: web2, dependsOn: [One, Two], maxWaitTime: PT1H}
            protectionGroups:
              - {groupName: web2, region: us-east-1, serverSelectionTags: {A: c}}
              - groupName: Db
                region: us-east-1
                servers:
                  - {sourceServerId: s-1234567890abcdef0, launchConfig: {staticPrivateIp: 10.0.0.2}}
                  - {sourceServerId: s-1234567890abcdef1, launchConfig: {staticPrivateIp: 10.0.0.1}}
                sourceServerIds: [s-1234567890abcdef0, s-1234567890abcdef1]
                launchConfig: {securityGroupIds: [sg-11111111, sg-22222222]}
              - {groupName: web, accountId: "111111111111", region: us-east-1, serverSelectionTags: {A: a, B: b}}
            targetAccounts:
              - {accountId: "111111111111", x: {a: [{c: 2, d: 1}], b: 1}, assumeRoleName: Role}
              - {accountId: "222222222222", assumeRoleName: Role}
            """;

    private final DrConfiguration one = Configurations.of(ONE);
    private final DrConfiguration other = Configurations.of(OTHER);

    private static String export(DrConfiguration configuration, DocumentFormat format, String... plans) {
        ExportMetadata metadata = new ExportMetadata(
                "2.1.0",
                Optional.of("2026-01-05T12:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("alice"),
                Map.of());
        ExportRequest request = new ExportRequest(List.of(plans), format, metadata);
        return new String(ConfigurationExport.write(configuration, request), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveTheSameBytesForTheSameMeaning(DocumentFormat format) {
        assertThat(one).isNotEqualTo(other);

        assertThat(export(one, format)).isEqualTo(export(other, format));
        assertThat(ConfigurationDiff.between(one, other).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void shouldLoseNothing(DocumentFormat format) throws Exception {
        DrConfiguration everything =
                Configurations.of(Files.readString(Path.of("src/test/resources/documents/everything.yaml")));

        DrConfiguration back = Configurations.of(export(everything, format));

        assertThat(ConfigurationDiff.between(everything, back).isEmpty()).isTrue();
    }

    @Test
    void shouldTellItsOrigin() {
        assertThat(export(one, DocumentFormat.YAML)).startsWith("""
                exportMetadata:
                  version: 2.1.0
                  exportDate: "2026-01-05T12:00:00Z"
                  exportedBy: alice
                """);
    }

    @Test
    void shouldExportSomePlansWithWhatTheyUse() {
        DrConfiguration part = Configurations.of(export(one, DocumentFormat.JSON, "DB ONLY"));

        assertThat(part.recoveryPlans()).hasSize(1);
        assertThat(part.protectionGroups()).hasSize(1);
        assertThat(part.targetAccounts()).isEmpty();
        assertThatThrownBy(() -> export(one, DocumentFormat.JSON, "Shop", "Nothing"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("Expected a plan 'Nothing'");
    }
}
