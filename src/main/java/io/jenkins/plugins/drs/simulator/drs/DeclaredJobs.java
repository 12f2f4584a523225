package io.jenkins.plugins.drs.simulator.drs;

import io.jenkins.plugins.drs.simulator.environment.RegionSpec.ForeignJobSpec;
import io.jenkins.plugins.drs.simulator.environment.SourceServerSpec.ExistingInstanceSpec;
import io.jenkins.plugins.drs.simulator.state.Ids;
import io.jenkins.plugins.drs.simulator.state.Job;
import io.jenkins.plugins.drs.simulator.state.Job.LaunchStatus;
import io.jenkins.plugins.drs.simulator.state.Job.Participant;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.state.SourceServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Jobs that the environment declares: those of other people, and those that launched what is there already. */
final class DeclaredJobs {
    private final Region region;
    private final Ids ids;
    private final Instant start;

    DeclaredJobs(Region region) {
        this.region = region;
        this.ids = region.world().ids();
        this.start = region.world().start();
    }

    void furnish() {
        for (SourceServer server : region.sourceServers().values()) {
            if (server.spec().existingRecoveryInstance() != null) {
                addInstance(server, server.spec().existingRecoveryInstance());
            }
        }
        region.spec().foreignJobs().forEach(this::addForeign);
    }

    private void addInstance(SourceServer server, ExistingInstanceSpec spec) {
        Instant launched = start.minusSeconds(spec.ageSeconds());
        Participant participant = new Participant(server.id(), null);
        Job.Purpose purpose = spec.isDrill() ? Job.Purpose.START_DRILL : Job.Purpose.START_RECOVERY;
        Job job = new Job(region, ids.fresh("drsjob-"), purpose, List.of(participant), Map.of(), launched);
        participant.launched(
                new InstanceLaunch(region, server, job).at(launched, launched).id());
        job.complete(launched);
        server.lastLaunch(new SourceServer.LastLaunch(launched, job));
        region.jobs().put(job.id(), job);
    }

    private void addForeign(ForeignJobSpec spec) {
        Instant from = start.plusSeconds(spec.startSeconds());
        List<Participant> participants = Stream.concat(
                        spec.sourceServers().stream().map(this::serverId),
                        IntStream.range(0, spec.servers()).mapToObj(number -> ids.fresh("s-")))
                .map(id -> new Participant(id, null))
                .toList();
        Job job = new Job(
                region, ids.fresh("drsjob-"), Job.Purpose.START_RECOVERY, participants, Map.of("Owner", "other"), from);
        region.world().agenda().at(from, () -> {
            ActiveJobs.add(region, job);
            job.start();
            participants.forEach(participant -> participant.become(LaunchStatus.IN_PROGRESS));
        });
        Instant until = from.plusSeconds(spec.durationSeconds());
        region.world().agenda().at(until, () -> {
            participants.forEach(participant -> participant.become(LaunchStatus.LAUNCHED));
            job.complete(until);
        });
    }

    private String serverId(String idOrHostname) {
        return region.serverNamed(idOrHostname)
                .map(SourceServer::id)
                .orElseThrow(() -> new IllegalArgumentException("Expected the foreign job's server " + idOrHostname
                        + " to be in " + region.name() + " of " + region.accountId() + ", but it is not"));
    }
}
