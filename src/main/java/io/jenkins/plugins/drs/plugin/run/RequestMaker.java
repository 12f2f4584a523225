package io.jenkins.plugins.drs.plugin.run;

import hudson.model.Cause;
import hudson.model.Run;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.document.Sha256;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.Origin;
import io.jenkins.plugins.drs.engine.execution.ExecutionIds;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jenkins.model.Jenkins;

/** Turns what a step wants into what is kept of it and into the first event. */
final class RequestMaker {

    private final DrillRequest wanted;
    private final Run<?, ?> build;
    private final MaskedValues masked;
    private final DrConfiguration configuration;

    /** @param masked what the build masks and {@code wanted} refers to */
    RequestMaker(DrillRequest wanted, Run<?, ?> build, MaskedValues masked) {
        this.wanted = wanted;
        this.masked = masked;
        this.build = build;
        this.configuration = PlanDocument.extract(AccountRoles.hidden(wanted.configuration()), wanted.planName());
    }

    MaskedValues masked() {
        return masked;
    }

    /**
     * A plan is the same when it has the same name and works in the same accounts and Regions. Of the servers those are
     * known before anything is called that the plan names by their ids.
     */
    Set<String> conflictKeys(StoredRequest.Access access) {
        Set<String> keys = new TreeSet<>();
        if (wanted.limits().exclusive()) {
            configuration.protectionGroups().stream()
                    .map(ProtectionGroup::target)
                    .forEach(target -> keys.add(wanted.planName().toLowerCase(Locale.ROOT) + " in " + target.key()));
            if (wanted.mode() == Mode.DRILL || wanted.mode() == Mode.RECOVERY) {
                configuration
                        .protectionGroups()
                        .forEach(group ->
                                keys.addAll(access.serverKeys(group.selection().sourceServerIds())));
            }
        }
        return keys;
    }

    /** Whether an execution does what is wanted. */
    boolean isSame(StoredRequest other) {
        return other.plan().name().equals(wanted.planName()) && other.plan().mode() == wanted.mode();
    }

    StoredRequest stored(StoredRequest.Access access, Instant now, List<String> takenFolders) {
        return new StoredRequest(
                1,
                ExecutionIds.next(now),
                Instant.now(),
                BuildRef.of(build),
                wanted.stepKey(),
                artifacts(takenFolders),
                new StoredRequest.Plan(wanted.planName(), wanted.mode(), conflictKeys(access)),
                access,
                wanted.limits().timeout().map(now::plus),
                wanted.resumable(),
                wanted.patient());
    }

    private String artifacts(List<String> taken) {
        String suffix =
                wanted.mode() == Mode.DRILL ? "" : "-" + wanted.mode().name().toLowerCase(Locale.ROOT);
        String name = "drs/" + BuildArtifacts.slug(wanted.planName()) + suffix;
        String free = name;
        for (int number = 2; taken.contains(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    ExecutionStarted started(StoredRequest request) {
        byte[] document = PlanDocument.canonicalJson(configuration, wanted.planName());
        return new ExecutionStarted(
                request.executionId(),
                wanted.mode(),
                configuration.recoveryPlans().get(0).planName(),
                configuration,
                Sha256.of(document),
                wanted.limits().options(),
                origin(startedBy(build), Optional.of(build), request));
    }

    /** Who runs it, and where. */
    static Origin origin(String startedBy, Optional<Run<?, ?>> build, StoredRequest request) {
        String root = Optional.ofNullable(Jenkins.get().getRootUrl()).orElse("");
        String place =
                build.map(run -> root + run.getUrl()).orElse(request.build().toString());
        return new Origin(
                startedBy, place, AwsEnvironments.version(), request.access().simulated());
    }

    private static String startedBy(Run<?, ?> build) {
        Cause.UserIdCause user = build.getCause(Cause.UserIdCause.class);
        String job = "job " + build.getFullDisplayName();
        return user == null || user.getUserId() == null ? job : user.getUserId() + " (" + job + ")";
    }
}
