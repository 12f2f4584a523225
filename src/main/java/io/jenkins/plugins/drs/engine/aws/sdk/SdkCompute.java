package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.ComputeGateway;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.SubnetRange;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** EC2. What may be missing is asked for by filter, since a missing id makes EC2 refuse the call. */
final class SdkCompute implements ComputeGateway {
    private static final int FILTER_VALUES = 200; // "Filtering your resources": at most 200 values in one filter
    private static final int PAGE = 1000; // DescribeSubnetsMaxResults, DescribeSecurityGroupsMaxResults

    private final Ec2Client ec2;
    private final CallRunner calls;

    SdkCompute(Ec2Client ec2, CallRunner calls) {
        this.ec2 = ec2;
        this.calls = calls;
    }

    @Override
    public List<ComputeInstance> instances(Collection<String> instanceIds) {
        return instances(instanceIds, Instant.MAX);
    }

    @Override
    public List<ComputeInstance> instances(Collection<String> instanceIds, Instant checked) {
        Instances instances = new Instances(ec2, calls);
        return Pages.chunked(instanceIds, Instances.IDS, ids -> instances.known(ids, checked));
    }

    @Override
    public List<InstanceChecks> checks(Collection<String> instanceIds) {
        return Pages.chunked(instanceIds, Instances.IDS, new Instances(ec2, calls)::checks);
    }

    @Override
    public LaunchTemplate launchTemplate(String launchTemplateId) {
        return new LaunchTemplates(ec2, calls).read(launchTemplateId);
    }

    @Override
    public void changeLaunchTemplate(String launchTemplateId, LaunchTemplateChange change, String clientToken) {
        if (!change.isEmpty()) {
            new LaunchTemplates(ec2, calls).change(launchTemplateId, change, clientToken);
        }
    }

    @Override
    public Map<String, SubnetRange> subnets(Collection<String> subnetIds) {
        return Pages.chunked(subnetIds, FILTER_VALUES, this::described).stream()
                .collect(
                        Collectors.toMap(Subnet::subnetId, subnet -> new SubnetRange(subnet.cidrBlock()), (a, b) -> a));
    }

    private List<Subnet> described(List<String> ids) {
        return calls.pages(
                "DescribeSubnets",
                token -> ec2.describeSubnets(r ->
                        r.filters(filter("subnet-id", ids)).maxResults(PAGE).nextToken(token)),
                page -> new Pages.Page<>(
                        Required.items(true, page.subnets(), "subnetSet", subnet -> complete(subnet, ids)),
                        page.nextToken()));
    }

    private static Subnet complete(Subnet subnet, List<String> ids) {
        Required.asked(subnet.subnetId(), ids, "subnetId");
        Required.text(subnet.cidrBlock(), "cidrBlock");
        return subnet;
    }

    @Override
    public Set<String> existingSecurityGroups(Collection<String> securityGroupIds) {
        return new HashSet<>(Pages.chunked(securityGroupIds, FILTER_VALUES, this::securityGroups));
    }

    private List<String> securityGroups(List<String> ids) {
        return calls.pages(
                "DescribeSecurityGroups",
                token -> ec2.describeSecurityGroups(
                        r -> r.filters(filter("group-id", ids)).maxResults(PAGE).nextToken(token)),
                page -> new Pages.Page<>(
                        Required.items(
                                true,
                                page.securityGroups(),
                                "securityGroupInfo",
                                group -> Required.asked(group.groupId(), ids, "groupId")),
                        page.nextToken()));
    }

    private static Filter filter(String name, List<String> values) {
        return Filter.builder().name(name).values(values).build();
    }
}
