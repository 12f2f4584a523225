package io.jenkins.plugins.drs.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchNotMade;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServerProgress;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceFound;
import io.jenkins.plugins.drs.engine.event.ServerEvent.SnapshotFound;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happened, what is found by an index is what a look at everything finds, in the same order. */
class IndexTest {
    private static final int EVENTS = 300;
    private static final Set<ServerStage> REACHED = EnumSet.noneOf(ServerStage.class);

    private final ExecutionState state = new ExecutionState();
    private final List<String> byEntry = new ArrayList<>();
    private final Set<String> described = new LinkedHashSet<>();
    private long sequence;

    static List<Long> seeds() {
        return LongStream.rangeClosed(1, 60).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldFindWhatALookAtEverythingFinds(long seed) {
        DrawnEvents events = new DrawnEvents(seed, state);
        apply(events.servers());

        for (int count = 0; count < EVENTS; count++) {
            events.next().ifPresent(this::apply);
            checkServers();
            checkLaunched();
            checkSnapshots();
            checkJobs();
            checkInstances();
        }

        state.servers().forEach(server -> REACHED.add(server.stage()));
    }

    @AfterAll
    static void shouldHaveReachedTheEnds() {
        assertThat(REACHED).contains(ServerStage.VALIDATED, ServerStage.FAILED, ServerStage.LAUNCHED);
    }

    /** The order within a stage is that of the servers' last changes of stage, which is kept here in the plainest way. */
    private void apply(ExecutionEvent event) {
        Map<String, ServerStage> before = new HashMap<>();
        state.servers().forEach(server -> before.put(server.id(), server.stage()));
        sequence++;
        state.apply(new RecordedEvent(sequence, Instant.EPOCH.plusSeconds(sequence), event));
        for (String id : inOrderOf(event)) {
            if (state.server(id).orElseThrow().stage() != before.get(id)) {
                byEntry.remove(id);
                byEntry.add(id);
            }
        }
        if (event instanceof InstanceFound found && found.pointInTime().isPresent()) {
            described.add(found.sourceServerId());
        } else if (event instanceof SnapshotFound found) {
            described.remove(found.sourceServerId());
        }
    }

    /** Several servers of one event change in the order in which it names them. */
    private List<String> inOrderOf(ExecutionEvent event) {
        Set<String> all = new LinkedHashSet<>();
        if (event instanceof JobObserved observed) {
            observed.servers().forEach(progress -> all.add(progress.sourceServerId()));
        } else if (event instanceof LaunchIntended intended) {
            all.addAll(intended.sourceServerIds());
        } else if (event instanceof LaunchAccepted accepted) {
            all.addAll(serversOf(accepted.launchId()));
        } else if (event instanceof LaunchNotMade notMade) {
            all.addAll(serversOf(notMade.launchId()));
        }
        state.servers().forEach(server -> all.add(server.id()));
        return List.copyOf(all);
    }

    private List<String> serversOf(String launchId) {
        return state.launches().stream()
                .map(LaunchState::intended)
                .filter(intended -> intended.launchId().equals(launchId))
                .findFirst()
                .orElseThrow()
                .sourceServerIds();
    }

    private List<ServerState> servers(Predicate<ServerState> wanted) {
        return byEntry.stream()
                .map(id -> state.server(id).orElseThrow())
                .filter(wanted)
                .toList();
    }

    private void checkServers() {
        for (ServerStage stage : ServerStage.values()) {
            assertThat(state.serversIn(stage)).containsExactlyElementsOf(servers(server -> server.stage() == stage));
            for (String wave : DrawnEvents.WAVES) {
                assertThat(state.countIn(wave, stage)).isEqualTo(count(stage, wave, target -> true));
                for (Target target : DrawnEvents.TARGETS) {
                    assertThat(state.serverBook().count(new ServerGroup(wave, target), stage))
                            .isEqualTo(count(stage, wave, target::equals));
                }
            }
        }
    }

    private int count(ServerStage stage, String wave, Predicate<Target> target) {
        return servers(server -> server.stage() == stage
                        && server.selected().wave().equals(wave)
                        && target.test(server.target()))
                .size();
    }

    private void checkLaunched() {
        Map<ServerGroup, List<ServerState>> unknown = new LinkedHashMap<>();
        Map<ServerGroup, List<ServerState>> known = new LinkedHashMap<>();
        for (ServerState server : servers(server -> server.stage() == ServerStage.LAUNCHED)) {
            (server.ec2InstanceId().isEmpty() ? unknown : known)
                    .computeIfAbsent(ServerGroup.of(server), group -> new ArrayList<>())
                    .add(server);
        }

        assertSame(state.serverBook().launched().unknown(), unknown);
        assertSame(state.serverBook().launched().described(), known);
        assertThat(state.serverBook().launched().groups().stream()
                        .mapToInt(Line::size)
                        .sum())
                .isEqualTo(state.serversIn(ServerStage.LAUNCHED).size());
    }

    private static void assertSame(
            Map<ServerGroup, Line<ServerState>> found, Map<ServerGroup, List<ServerState>> expected) {
        assertThat(found.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((group, servers) -> {
            assertThat(found.get(group)).containsExactlyElementsOf(servers);
            assertThat(found.get(group).first()).isEqualTo(servers.get(0));
            assertThat(found.get(group).last()).isEqualTo(servers.get(servers.size() - 1));
        });
    }

    private void checkSnapshots() {
        Predicate<ServerState> wanted = server -> server.stage() != ServerStage.FAILED;
        Map<Target, Integer> asked = new HashMap<>();
        List<ServerState> expected = new ArrayList<>();
        for (String id : described) {
            ServerState server = state.server(id).orElseThrow();
            if (wanted.test(server) && asked.getOrDefault(server.target(), 0) < 2) {
                asked.merge(server.target(), 1, Integer::sum);
                expected.add(server);
            }
        }

        assertThat(state.serversWithoutSnapshot(2, wanted)).isEqualTo(expected);
    }

    private void checkJobs() {
        Set<String> awaited = servers(server -> server.stage() == ServerStage.IN_JOB).stream()
                .flatMap(server -> server.jobId().stream())
                .collect(Collectors.toCollection(HashSet::new));

        assertThat(state.serverBook().jobs()).containsExactlyInAnyOrderElementsOf(awaited);
        assertThat(state.jobBook().running()).containsExactlyElementsOf(jobs(job -> !job.isCompleted()));
        assertThat(state.jobBook().withoutLog()).containsExactlyElementsOf(jobs(this::isLogMissing));
        for (Target target : DrawnEvents.TARGETS) {
            assertThat(state.jobBook().running(target))
                    .containsExactlyElementsOf(
                            jobs(job -> !job.isCompleted() && job.target().equals(target)));
        }
    }

    private boolean isLogMissing(JobState job) {
        boolean plain = job.purpose() == JobState.Purpose.TERMINATE
                && job.servers().values().stream()
                        .map(ServerProgress::launchStatus)
                        .allMatch("TERMINATED"::equals);
        return job.isCompleted() && !job.logCollected() && !plain;
    }

    private List<JobState> jobs(Predicate<JobState> wanted) {
        return state.jobs().stream().filter(wanted).toList();
    }

    private void checkInstances() {
        assertThat(state.instanceBook().targets())
                .isEqualTo(state.instances().stream()
                        .map(InstanceState::target)
                        .collect(Collectors.toCollection(TreeSet::new)));
        for (Target target : DrawnEvents.TARGETS) {
            for (InstanceStage stage : InstanceStage.values()) {
                assertThat(state.instanceBook().in(target, stage))
                        .containsExactlyElementsOf(state.instances().stream()
                                .filter(one -> one.target().equals(target) && one.stage() == stage)
                                .toList());
            }
        }
    }
}
