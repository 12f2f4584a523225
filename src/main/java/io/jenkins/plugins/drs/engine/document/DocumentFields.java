package io.jenkins.plugins.drs.engine.document;

import static io.jenkins.plugins.drs.engine.document.FieldType.ACCOUNT_ID;
import static io.jenkins.plugins.drs.engine.document.FieldType.DURATION;
import static io.jenkins.plugins.drs.engine.document.FieldType.FLAG;
import static io.jenkins.plugins.drs.engine.document.FieldType.SECONDS;
import static io.jenkins.plugins.drs.engine.document.FieldType.TEXT;
import static io.jenkins.plugins.drs.engine.document.FieldType.TEXTS;
import static io.jenkins.plugins.drs.engine.document.FieldType.TEXT_LIST_MAP;
import static io.jenkins.plugins.drs.engine.document.FieldType.TEXT_MAP;

import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.PlanSchedule;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.ServerSelection;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WavePolicy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every field of a configuration document: its name, its type, where its value belongs and, by what a blank object has, its
 * default. Documents are read and written by this description; the JSON Schema, the tables of {@code docs/plan-format.md} and
 * the entries of Jenkins' forms are compared with it by tests.
 */
public final class DocumentFields {
    public static final ObjectFields<TargetAccount> ACCOUNT =
            new ObjectFields<>(new TargetAccount("", "", "", Optional.empty(), Map.of()), DocumentFields::account);
    public static final ObjectFields<LaunchSettings> LAUNCH =
            new ObjectFields<>(LaunchSettings.NONE, DocumentFields::launch);
    public static final ObjectFields<?> SERVER =
            new ObjectFields<>(new Server("", LaunchSettings.NONE, Map.of()), DocumentFields::server);
    public static final ObjectFields<ProtectionGroup> GROUP = new ObjectFields<>(
            ProtectionGroup.of("", Target.own(""), new ServerSelection(Map.of(), List.of())), DocumentFields::group);
    public static final ObjectFields<AutomationAction> ACTION = new ObjectFields<>(
            new AutomationAction(
                    "",
                    new AutomationAction.Document("", Optional.empty()),
                    Map.of(),
                    AutomationAction.DEFAULT_MAX_WAIT,
                    OnFailure.STOP,
                    Optional.empty(),
                    Map.of()),
            DocumentFields::action);
    public static final ObjectFields<ValidationPolicy> VALIDATION =
            new ObjectFields<>(ValidationPolicy.DEFAULT, DocumentFields::validation);
    public static final ObjectFields<Wave> WAVE = new ObjectFields<>(Wave.of("", List.of()), DocumentFields::wave);
    public static final ObjectFields<RecoveryPlan> PLAN =
            new ObjectFields<>(RecoveryPlan.of("", List.of()), DocumentFields::plan);
    public static final ObjectFields<ExportMetadata> METADATA =
            new ObjectFields<>(ExportMetadata.NONE, DocumentFields::metadata);
    public static final ObjectFields<DrConfiguration> CONFIGURATION =
            new ObjectFields<>(DrConfiguration.EMPTY, DocumentFields::configuration);

    private static final FieldType<OnFailure> ON_FAILURE = FieldType.choice(OnFailure.class);

    private DocumentFields() {}

    private static DrConfiguration configuration(Fields in, DrConfiguration it) {
        return new DrConfiguration(
                in.object("exportMetadata", METADATA, it.metadata()),
                in.value("targetAccounts", FieldType.objects(ACCOUNT), it.targetAccounts()),
                in.value("protectionGroups", FieldType.objects(GROUP), it.protectionGroups()),
                in.value("recoveryPlans", FieldType.objects(PLAN), it.recoveryPlans()),
                in.unknown(it.unknown(), "$schema"));
    }

    private static ExportMetadata metadata(Fields in, ExportMetadata it) {
        return new ExportMetadata(
                FormatVersion.completed(in.value("version", TEXT, it.version())),
                in.optional("exportDate", TEXT, it.exportDate()),
                in.optional("sourceAccount", ACCOUNT_ID, it.sourceAccount()),
                in.optional("sourceRegion", TEXT, it.sourceRegion()),
                in.optional("exportedBy", TEXT, it.exportedBy()),
                in.unknown(it.unknown(), "migrated", "originalVersion"));
    }

    private static TargetAccount account(Fields in, TargetAccount it) {
        return new TargetAccount(
                in.value("accountId", ACCOUNT_ID, it.accountId()),
                in.filled("accountName", TEXT, it.accountName()),
                in.value("assumeRoleName", TEXT, it.assumeRoleName()),
                in.optional("externalId", TEXT, it.externalId()),
                in.unknown(it.unknown()));
    }

    private static ProtectionGroup group(Fields in, ProtectionGroup it) {
        String name = in.value("groupName", TEXT, it.groupName());
        String description = in.filled("description", TEXT, it.description());
        String region = in.value("region", TEXT, it.target().region());
        Target target =
                new Target(in.optional("accountId", ACCOUNT_ID, it.target().accountId()), region);
        ServerSelection selection = new ServerSelection(
                in.filled("serverSelectionTags", TEXT_MAP, it.selection().tags()),
                in.filled("sourceServerIds", TEXTS, it.selection().sourceServerIds()));
        LaunchSettings settings = in.object("launchConfig", LAUNCH, it.launchSettings());
        Servers servers = Servers.of(in, it);
        return new ProtectionGroup(
                name, description, target, selection, settings, servers.settings(), servers.unknown(in, it));
    }

    private static Server server(Fields in, Server it) {
        return new Server(
                in.value("sourceServerId", TEXT, it.id()),
                in.object("launchConfig", LAUNCH, it.settings()),
                in.unknown(it.unknown()));
    }

    private static LaunchSettings launch(Fields in, LaunchSettings it) {
        return new LaunchSettings(
                in.optional("instanceType", TEXT, it.instanceType()),
                in.optional("subnetId", TEXT, it.subnetId()),
                in.filled("securityGroupIds", TEXTS, it.securityGroupIds()),
                in.optional("staticPrivateIp", TEXT, it.staticPrivateIp()),
                in.optional(
                        "launchDisposition",
                        FieldType.choice(LaunchSettings.LaunchDisposition.class),
                        it.disposition()),
                in.optional("copyPrivateIp", FLAG, it.copyPrivateIp()),
                in.optional("copyTags", FLAG, it.copyTags()),
                in.optional("rightSizing", FieldType.choice(LaunchSettings.RightSizing.class), it.rightSizing()),
                in.optional("osByol", FLAG, it.osByol()));
    }

    private static RecoveryPlan plan(Fields in, RecoveryPlan it) {
        return new RecoveryPlan(
                in.value("planName", TEXT, it.planName()),
                in.filled("description", TEXT, it.description()),
                in.optional("rto", DURATION, it.rto()),
                in.optional("rpo", DURATION, it.rpo()),
                new PlanSchedule(
                        in.optional("schedule", TEXT, it.schedule().drills()),
                        in.optional("checkSchedule", TEXT, it.schedule().checks())),
                in.value("waves", FieldType.objects(WAVE), it.waves()),
                in.unknown(it.unknown()));
    }

    private static Wave wave(Fields in, Wave it) {
        return new Wave(
                in.value("waveName", TEXT, it.waveName()),
                in.oneOrMore("protectionGroupName", "protectionGroupNames", it.protectionGroupNames()),
                in.optional("dependsOn", TEXTS, it.dependsOn()),
                new WavePolicy(
                        in.value("pauseBefore", FLAG, it.policy().pauseBefore()),
                        in.value("maxWaitTime", SECONDS, it.policy().maxWaitTime()),
                        in.value("onFailure", ON_FAILURE, it.policy().onFailure()),
                        in.object("validation", VALIDATION, it.policy().validation())),
                in.filled("preWaveActions", FieldType.objects(ACTION), it.preWaveActions()),
                in.filled("postWaveActions", FieldType.objects(ACTION), it.postWaveActions()),
                in.unknown(it.unknown()));
    }

    private static ValidationPolicy validation(Fields in, ValidationPolicy it) {
        return new ValidationPolicy(
                in.value("statusChecks", FLAG, it.statusChecks()),
                in.value("ssmAgent", FLAG, it.ssmAgent()),
                in.value("maxWaitTime", SECONDS, it.maxWaitTime()));
    }

    private static AutomationAction action(Fields in, AutomationAction it) {
        return new AutomationAction(
                in.value("name", TEXT, it.name()),
                new AutomationAction.Document(
                        in.value("documentName", TEXT, it.document().name()),
                        in.optional("documentVersion", TEXT, it.document().version())),
                in.filled("parameters", TEXT_LIST_MAP, it.parameters()),
                in.value("maxWaitTime", SECONDS, it.maxWaitTime()),
                in.value("onFailure", ON_FAILURE, it.onFailure()),
                target(in, it.target()),
                in.unknown(it.unknown()));
    }

    private static Optional<Target> target(Fields in, Optional<Target> it) {
        Optional<String> region = in.optional("region", TEXT, it.map(Target::region));
        Optional<String> accountId = in.optional("accountId", ACCOUNT_ID, it.flatMap(Target::accountId));
        if (region.isEmpty() && accountId.isPresent()) {
            in.error(
                    "accountId",
                    "The action names an account without a Region",
                    "Add region, or leave accountId out to run where the wave's first group is");
        }
        return region.map(code -> new Target(accountId, code));
    }

    /** A server of a group with settings of its own. */
    private record Server(String id, LaunchSettings settings, Map<String, Object> unknown) {}

    /** The servers of a group by id; the group keeps their unknown fields under {@code servers} and their ids. */
    private record Servers(Map<String, Server> byId) {
        private static final String NAME = "servers";

        @SuppressWarnings("unchecked") // SERVER is of a type that nobody else knows
        static Servers of(Fields in, ProtectionGroup it) {
            return new Servers(
                    in.objectsById(NAME, (ObjectFields<Server>) SERVER, "sourceServerId", Server::id, written(it)));
        }

        private static Map<String, Server> written(ProtectionGroup it) {
            Map<String, Object> unknown = object(it.unknown().get(NAME));
            Set<String> ids = new LinkedHashSet<>(it.serverOverrides().keySet());
            ids.addAll(unknown.keySet());
            Map<String, Server> servers = new LinkedHashMap<>();
            ids.forEach(id -> servers.put(
                    id,
                    new Server(
                            id, it.serverOverrides().getOrDefault(id, LaunchSettings.NONE), object(unknown.get(id)))));
            return servers;
        }

        private static Map<String, Object> object(Object value) {
            Map<String, Object> object = new LinkedHashMap<>();
            if (value instanceof Map<?, ?> map) {
                map.forEach((name, member) -> object.put(String.valueOf(name), member));
            }
            return object;
        }

        Map<String, LaunchSettings> settings() {
            Map<String, LaunchSettings> settings = new LinkedHashMap<>();
            byId.forEach((id, server) -> settings.put(id, server.settings()));
            return settings;
        }

        Map<String, Object> unknown(Fields in, ProtectionGroup it) {
            Map<String, Object> ofServers = new LinkedHashMap<>();
            byId.values().stream()
                    .filter(server -> !server.unknown().isEmpty())
                    .forEach(server -> ofServers.put(server.id(), server.unknown()));
            Map<String, Object> unknown = new LinkedHashMap<>(in.unknown(it.unknown()));
            if (!ofServers.isEmpty()) {
                unknown.put(NAME, ofServers);
            }
            return unknown;
        }
    }
}
