package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.fault.Occasion;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Job;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.state.Snapshot;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** StartRecovery. It has no client token: called twice, it launches twice. */
final class Recovery {
    private static final int DEFAULT_LATE_SECONDS = 20;

    private Recovery() {}

    static ObjectNode start(Call call) {
        Tags.check(call.textMap("tags"));
        Map<SourceServer, Snapshot> wanted = wanted(call);
        Region region = call.region();
        new ActiveJobs(region)
                .admit(wanted.keySet().stream().map(SourceServer::id).toList());
        Job job = new Job(
                region,
                region.world().ids().fresh("drsjob-"),
                call.flag("isDrill") ? Job.Purpose.START_DRILL : Job.Purpose.START_RECOVERY,
                participants(wanted),
                call.textMap("tags"),
                call.now());
        hide(call, job);
        wanted.keySet().forEach(server -> server.lastLaunch(new SourceServer.LastLaunch(call.now(), job)));
        JobRun run = new JobRun(region, job);
        run.queue(participant -> {
            SourceServer server = region.sourceServers().get(participant.sourceServerId());
            new ServerLaunch(run, server, participant, wanted.get(server)).begin();
        });
        return JobJson.answer(job);
    }

    private static void hide(Call call, Job job) {
        Occasion occasion = Occasion.call(
                "drs",
                call.operation(),
                call.region().accountId(),
                call.region().name());
        call.world().fault(FaultKind.LATE_JOB, occasion).ifPresent(fault -> {
            Integer seconds = fault.effect().lateSeconds();
            job.hideUntil(call.now().plusSeconds(seconds == null ? DEFAULT_LATE_SECONDS : seconds));
        });
    }

    private static List<Job.Participant> participants(Map<SourceServer, Snapshot> wanted) {
        return wanted.keySet().stream()
                .map(server -> new Job.Participant(server.id(), null))
                .toList();
    }

    /** Servers to launch, each with the snapshot that was asked for, or null. */
    private static Map<SourceServer, Snapshot> wanted(Call call) {
        Map<SourceServer, Snapshot> wanted = new LinkedHashMap<>();
        HashSet<String> seen = new HashSet<>();
        for (JsonNode entry : call.input().get("sourceServers")) {
            String id = entry.get("sourceServerID").asText();
            if (!seen.add(id)) {
                throw DrsErrors.invalid("Source Server " + id + " is included more than once.");
            }
            SourceServer server = SourceServers.named(call, id);
            wanted.put(server, chosen(call.region(), server, entry.path("recoverySnapshotID")));
        }
        return wanted;
    }

    private static Snapshot chosen(Region region, SourceServer server, JsonNode id) {
        return id.isTextual()
                ? new PointInTimeSnapshots(region, server)
                        .taken(id.textValue())
                        .orElseThrow(() -> DrsErrors.notFound("RecoverySnapshot", id.textValue()))
                : null;
    }
}
