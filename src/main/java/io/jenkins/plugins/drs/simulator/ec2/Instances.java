package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import java.util.List;
import java.util.Set;

/** DescribeInstances. */
final class Instances {
    private static final Set<String> FILTERS = Set.of(
            "availability-zone",
            "image-id",
            "instance-id",
            "instance-state-code",
            "instance-state-name",
            "instance-type",
            "instance.group-id",
            "private-ip-address",
            "subnet-id",
            "tag-key",
            "vpc-id");

    private Instances() {}

    static ObjectNode describe(Call call) {
        Filters filters = Filters.of(call, FILTERS);
        InstanceXml xml = new InstanceXml(call.region());
        List<Ec2Instance> found = VisibleInstances.of(call).stream()
                .filter(instance -> filters.accept(xml.attributes(instance)))
                .toList();
        Ec2Pages pages = new Ec2Pages(call, "reservationSet");
        return call.texts("InstanceId").isEmpty()
                ? pages.page(found, Ec2Instance::id, xml::reservation)
                : pages.whole(found, xml::reservation);
    }
}
