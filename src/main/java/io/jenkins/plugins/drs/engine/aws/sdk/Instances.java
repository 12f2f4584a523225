package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.ComputeInstance;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.InstanceChecks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.InstanceStatusSummary;

/** Instances with their status checks. */
record Instances(Ec2Client ec2, CallRunner calls) {
    /** As many ids as one call takes: the limit of {@code DescribeInstanceStatus}. */
    static final int IDS = 100;

    private static final Pattern INSTANCE_ID = Pattern.compile("i-[0-9a-f]{8,17}");
    private static final int ROUNDS = 10; // EC2 names the missing ids it met; others may vanish in between

    /** Those of at most {@link #IDS} instances that EC2 knows; without checks where all were launched after then. */
    List<ComputeInstance> known(List<String> ids, Instant checked) {
        List<Instance> instances = withoutMissing(ids, ROUNDS, this::describe);
        boolean tooEarly = instances.stream()
                .allMatch(one -> one.launchTime() != null && one.launchTime().isAfter(checked));
        List<String> found = tooEarly
                ? List.of()
                : instances.stream().map(Instance::instanceId).toList();
        Map<String, InstanceStatus> checks = withoutMissing(found, ROUNDS, this::status).stream()
                .collect(Collectors.toMap(InstanceStatus::instanceId, Function.identity(), (one, same) -> one));
        return instances.stream()
                .map(instance -> instance(instance, Optional.ofNullable(checks.get(instance.instanceId()))))
                .toList();
    }

    /** State and checks of those of at most {@link #IDS} instances that EC2 knows. */
    List<InstanceChecks> checks(List<String> ids) {
        return withoutMissing(ids, ROUNDS, this::status).stream()
                .map(status -> new InstanceChecks(
                        status.instanceId(),
                        status.instanceState().nameAsString(),
                        check(Optional.ofNullable(status.instanceStatus())),
                        check(Optional.ofNullable(status.systemStatus()))))
                .toList();
    }

    /** Asks for {@code ids}; where EC2 refuses because it does not know some, asks again without those. */
    private <T> List<T> withoutMissing(List<String> ids, int rounds, Function<List<String>, List<T>> ask) {
        if (ids.isEmpty()) {
            return List.of();
        }
        try {
            return ask.apply(ids);
        } catch (AwsFailure failure) {
            Set<String> missing = missing(failure);
            List<String> rest = ids.stream().filter(id -> !missing.contains(id)).toList();
            if (rest.size() == ids.size() || rounds == 1) {
                throw failure;
            }
            return withoutMissing(rest, rounds - 1, ask);
        }
    }

    private static Set<String> missing(AwsFailure failure) {
        if (!failure.details().code().equals("InvalidInstanceID.NotFound")) {
            return Set.of();
        }
        return INSTANCE_ID
                .matcher(failure.details().message())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private List<Instance> describe(List<String> ids) {
        return calls.pages(
                "DescribeInstances",
                token -> ec2.describeInstances(r -> r.instanceIds(ids).nextToken(token)),
                page -> new Pages.Page<>(instances(page, ids), page.nextToken()));
    }

    private static List<Instance> instances(DescribeInstancesResponse page, List<String> ids) {
        return page.reservations().stream()
                .flatMap(each ->
                        Required.items(true, each.instances(), "instancesSet", one -> complete(one, ids)).stream())
                .toList();
    }

    private static Instance complete(Instance instance, List<String> ids) {
        Required.asked(instance.instanceId(), ids, "instanceId");
        Required.text(Required.value(instance.state(), "instanceState").nameAsString(), "instanceState.name");
        Required.text(instance.instanceTypeAsString(), "instanceType");
        return instance;
    }

    private static InstanceStatus complete(InstanceStatus status, List<String> ids) {
        Required.asked(status.instanceId(), ids, "instanceId");
        Required.text(Required.value(status.instanceState(), "instanceState").nameAsString(), "instanceState.name");
        return status;
    }

    private List<InstanceStatus> status(List<String> ids) {
        return calls.pages(
                "DescribeInstanceStatus",
                token -> ec2.describeInstanceStatus(
                        r -> r.instanceIds(ids).includeAllInstances(true).nextToken(token)),
                page -> new Pages.Page<>(
                        Required.items(true, page.instanceStatuses(), "instanceStatusSet", one -> complete(one, ids)),
                        page.nextToken()));
    }

    private static ComputeInstance instance(Instance instance, Optional<InstanceStatus> checks) {
        return new ComputeInstance(
                instance.instanceId(),
                instance.state().nameAsString(),
                instance.instanceTypeAsString(),
                Optional.ofNullable(instance.privateIpAddress()),
                Optional.ofNullable(instance.launchTime()),
                check(checks.map(InstanceStatus::instanceStatus)),
                check(checks.map(InstanceStatus::systemStatus)));
    }

    private static String check(Optional<InstanceStatusSummary> summary) {
        return summary.map(InstanceStatusSummary::statusAsString).orElse("unknown");
    }
}
