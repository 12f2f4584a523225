package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The source servers of an account.
 *
 * @param accountId account of the caller's credentials
 * @param servers by Region, without Regions in which DRS was never set up
 * @param uninitialized Regions in which DRS was never set up
 */
public record Inventory(String accountId, SortedMap<String, List<SourceServer>> servers, List<String> uninitialized) {
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    public Inventory {
        uninitialized = List.copyOf(uninitialized);
    }

    /**
     * Looks into each Region; throttled and unanswered calls are made again, five times in all.
     *
     * @throws AwsFailure if AWS refuses, or cannot be reached
     */
    public static Inventory of(RunEnvironment surroundings, Collection<String> regions) throws InterruptedException {
        var sdk = surroundings.sdk().withClock(surroundings.pace());
        try (SdkConnections connections = new SdkConnections(sdk)) {
            AwsAccess aws = connections.open(call -> {});
            Looking looking = new Looking(surroundings.pace());
            Target first = Target.own(regions.iterator().next());
            String account = looking.at(() -> aws.identity(first).whoAmI()).accountId();
            SortedMap<String, List<SourceServer>> servers = new TreeMap<>();
            List<String> uninitialized = new ArrayList<>();
            for (String region : regions) {
                try {
                    servers.put(
                            region, looking.at(() -> aws.drs(Target.own(region)).sourceServers()));
                } catch (AwsFailure failure) {
                    if (failure.kind() != FailureKind.UNINITIALIZED) {
                        throw failure;
                    }
                    uninitialized.add(region);
                }
            }
            return new Inventory(account, servers, uninitialized);
        }
    }

    private record Looking(Pace pace) {
        <T> T at(Supplier<T> look) throws InterruptedException {
            Duration pause = FIRST_PAUSE;
            for (int attempt = 1; ; attempt++) {
                try {
                    return look.get();
                } catch (AwsFailure failure) {
                    if (!failure.kind().isRetryable() || attempt == ATTEMPTS) {
                        throw failure;
                    }
                    Duration asked = failure.details().retryAfter().orElse(pause);
                    await(asked.compareTo(pause) > 0 ? asked : pause);
                    pause = pause.multipliedBy(2);
                }
            }
        }

        private void await(Duration pause) throws InterruptedException {
            Instant until = pace.instant().plus(pause);
            while (pace.instant().isBefore(until)) {
                pace.await(until);
            }
        }
    }
}
