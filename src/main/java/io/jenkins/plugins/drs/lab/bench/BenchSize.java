package io.jenkins.plugins.drs.lab.bench;

import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How big a generated drill is.
 *
 * @param servers source servers, spread evenly
 * @param places accounts times Regions, 1 to 10
 */
record BenchSize(int servers, int places) {
    static final List<BenchSize> ALL =
            List.of(new BenchSize(6, 1), new BenchSize(100, 2), new BenchSize(1_000, 4), new BenchSize(10_000, 10));
    static final String OWN_ACCOUNT = "111111111111";
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");

    /** The size of so many servers: one of {@link #ALL}, or a place for each thousand. */
    static BenchSize of(int servers) {
        return ALL.stream()
                .filter(size -> size.servers() == servers)
                .findFirst()
                .orElseGet(() -> new BenchSize(servers, Math.max(1, Math.min(10, (servers + 999) / 1000))));
    }

    /** Two Regions of each account; the first account is the caller's own. */
    List<Target> targets() {
        return IntStream.range(0, places).mapToObj(BenchSize::target).toList();
    }

    private static Target target(int number) {
        String account = String.valueOf(number / REGIONS.size() + 1).repeat(12);
        Optional<String> named = account.equals(OWN_ACCOUNT) ? Optional.empty() : Optional.of(account);
        return new Target(named, REGIONS.get(number % REGIONS.size()));
    }

    static String accountOf(Target target) {
        return target.accountId().orElse(OWN_ACCOUNT);
    }

    /** How many servers the place with this number has. */
    int serversIn(int place) {
        return servers / places + (place < servers % places ? 1 : 0);
    }
}
