package io.jenkins.plugins.drs.simulator.ec2;

import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import io.jenkins.plugins.drs.simulator.state.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Instances that EC2 still shows: a terminated one is forgotten after an hour. */
final class VisibleInstances {
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private VisibleInstances() {}

    /** Those that a call names, or else all. */
    static List<Ec2Instance> of(Call call) {
        List<String> ids = call.texts("InstanceId");
        if (ids.isEmpty()) {
            return call.region().instances().values().stream()
                    .filter(instance -> isVisible(instance, call.now()))
                    .toList();
        }
        if (call.input().hasNonNull("MaxResults")) {
            throw Ec2Errors.combination("The parameter instancesSet cannot be used with the parameter maxResults");
        }
        return named(call.region(), ids);
    }

    private static List<Ec2Instance> named(Region region, List<String> ids) {
        ids.stream()
                .filter(id -> !id.matches("i-([0-9a-f]{8}|[0-9a-f]{17})"))
                .findFirst()
                .ifPresent(id -> {
                    throw Ec2Errors.malformedInstance(id);
                });
        List<String> unknown = ids.stream()
                .filter(id -> !region.instances().containsKey(id)
                        || !isVisible(region.instances().get(id), region.world().now()))
                .toList();
        if (!unknown.isEmpty()) {
            throw Ec2Errors.noInstances(unknown);
        }
        return ids.stream().distinct().map(region.instances()::get).toList();
    }

    private static boolean isVisible(Ec2Instance instance, Instant now) {
        return instance.terminated()
                .map(time -> time.plus(REMEMBERED).isAfter(now))
                .orElse(true);
    }
}
