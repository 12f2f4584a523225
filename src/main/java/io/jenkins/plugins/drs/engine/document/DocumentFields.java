package io.jenkins.plugins.drs.engine.document;

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
            new ProtectionGroup(
                    "",
                    "",
                    Target.own(""),
                    new ServerSelection(Map.of(), List.of()),
                    LaunchSettings.NONE,
                    Map.of(),
                    Map.of()),
            DocumentFields::group);
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
    public static final ObjectFields<Wave> WAVE = new ObjectFields<>(
            new Wave("", List.of(), Optional.empty(), WavePolicy.DEFAULT, List.of(), List.of(), Map.of()),
            DocumentFields::wave);
    public static final ObjectFields<RecoveryPlan> PLAN = new ObjectFields<>(
            new RecoveryPlan("", "", Optional.empty(), Optional.empty(), PlanSchedule.NONE, List.of(), Map.of()),
            DocumentFields::plan);
    static final ObjectFields<ExportMetadata> METADATA =
            new ObjectFields<>(ExportMetadata.NONE, DocumentFields::metadata);
    static final ObjectFields<DrConfiguration> CONFIGURATION =
            new ObjectFields<>(DrConfiguration.EMPTY, DocumentFields::configuration);

    private DocumentFields() {}

    private static DrConfiguration configuration(Fields in, DrConfiguration it) {
        in.keep("$schema");
        return new DrConfiguration(
                in.object("exportMetadata", it.metadata(), METADATA),
                in.objects("targetAccounts", it.targetAccounts(), ACCOUNT),
                in.objects("protectionGroups", it.protectionGroups(), GROUP),
                in.objects("recoveryPlans", it.recoveryPlans(), PLAN),
                in.unknown(it.unknown()));
    }

    private static ExportMetadata metadata(Fields in, ExportMetadata it) {
        in.keep("migrated");
        in.keep("originalVersion");
        return new ExportMetadata(
                FormatVersion.completed(in.text("version", it.version())),
                in.text("exportDate", it.exportDate()),
                in.accountId("sourceAccount", it.sourceAccount()),
                in.text("sourceRegion", it.sourceRegion()),
                in.text("exportedBy", it.exportedBy()),
                in.unknown(it.unknown()));
    }

    private static TargetAccount account(Fields in, TargetAccount it) {
        return new TargetAccount(
                in.accountId("accountId", it.accountId()),
                in.filledText("accountName", it.accountName()),
                in.text("assumeRoleName", it.assumeRoleName()),
                in.text("externalId", it.externalId()),
                in.unknown(it.unknown()));
    }

    private static ProtectionGroup group(Fields in, ProtectionGroup it) {
        String name = in.text("groupName", it.groupName());
        String description = in.filledText("description", it.description());
        String region = in.text("region", it.target().region());
        Target target = new Target(in.accountId("accountId", it.target().accountId()), region);
        ServerSelection selection = new ServerSelection(
                in.textMap("serverSelectionTags", it.selection().tags()),
                in.texts("sourceServerIds", it.selection().sourceServerIds()));
        LaunchSettings settings = in.object("launchConfig", it.launchSettings(), LAUNCH);
        Servers servers = Servers.of(in, it);
        return new ProtectionGroup(
                name, description, target, selection, settings, servers.settings(), servers.unknown(in, it));
    }

    private static Server server(Fields in, Server it) {
        return new Server(
                in.text("sourceServerId", it.id()),
                in.object("launchConfig", it.settings(), LAUNCH),
                in.unknown(it.unknown()));
    }

    private static LaunchSettings launch(Fields in, LaunchSettings it) {
        return new LaunchSettings(
                in.text("instanceType", it.instanceType()),
                in.text("subnetId", it.subnetId()),
                in.texts("securityGroupIds", it.securityGroupIds()),
                in.text("staticPrivateIp", it.staticPrivateIp()),
                in.choice("launchDisposition", it.disposition(), LaunchSettings.LaunchDisposition.class),
                in.flag("copyPrivateIp", it.copyPrivateIp()),
                in.flag("copyTags", it.copyTags()),
                in.choice("rightSizing", it.rightSizing(), LaunchSettings.RightSizing.class),
                in.flag("osByol", it.osByol()));
    }

    private static RecoveryPlan plan(Fields in, RecoveryPlan it) {
        return new RecoveryPlan(
                in.text("planName", it.planName()),
                in.filledText("description", it.description()),
                in.duration("rto", it.rto()),
                in.duration("rpo", it.rpo()),
                new PlanSchedule(
                        in.text("schedule", it.schedule().drills()),
                        in.text("checkSchedule", it.schedule().checks())),
                in.objects("waves", it.waves(), WAVE),
                in.unknown(it.unknown()));
    }

    private static Wave wave(Fields in, Wave it) {
        return new Wave(
                in.text("waveName", it.waveName()),
                in.texts("protectionGroupName", "protectionGroupNames", it.protectionGroupNames()),
                in.texts("dependsOn", it.dependsOn()),
                new WavePolicy(
                        in.flag("pauseBefore", it.policy().pauseBefore()),
                        in.seconds("maxWaitTime", it.policy().maxWaitTime()),
                        in.choice("onFailure", it.policy().onFailure()),
                        in.object("validation", it.policy().validation(), VALIDATION)),
                in.filledObjects("preWaveActions", it.preWaveActions(), ACTION),
                in.filledObjects("postWaveActions", it.postWaveActions(), ACTION),
                in.unknown(it.unknown()));
    }

    private static ValidationPolicy validation(Fields in, ValidationPolicy it) {
        return new ValidationPolicy(
                in.flag("statusChecks", it.statusChecks()),
                in.flag("ssmAgent", it.ssmAgent()),
                in.seconds("maxWaitTime", it.maxWaitTime()));
    }

    private static AutomationAction action(Fields in, AutomationAction it) {
        return new AutomationAction(
                in.text("name", it.name()),
                new AutomationAction.Document(
                        in.text("documentName", it.document().name()),
                        in.text("documentVersion", it.document().version())),
                in.textListMap("parameters", it.parameters()),
                in.seconds("maxWaitTime", it.maxWaitTime()),
                in.choice("onFailure", it.onFailure()),
                target(in, it.target()),
                in.unknown(it.unknown()));
    }

    private static Optional<Target> target(Fields in, Optional<Target> it) {
        Optional<String> region = in.text("region", it.map(Target::region));
        Optional<String> accountId = in.accountId("accountId", it.flatMap(Target::accountId));
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
                    in.objectsById(NAME, written(it), (ObjectFields<Server>) SERVER, "sourceServerId", Server::id));
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
