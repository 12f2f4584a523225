package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.service.Paging;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Pages as EC2 names their members. */
final class Ec2Pages {
    private static final Paging PAGING = new Paging("NextToken", "MaxResults", Ec2Errors::badToken);

    private final Call call;
    private final String listMember;

    /** Pages of an answer that has its list in a member. */
    Ec2Pages(Call call, String listMember) {
        this.call = call;
        this.listMember = listMember;
    }

    /** The page that the call asks for. */
    <T> ObjectNode page(List<T> found, Function<T, String> key, Function<T, ObjectNode> toXml) {
        int largest = call.world().environment().quotas().pageSize();
        return answer(PAGING.page(call, found, key, largest), toXml);
    }

    /** All of it on one page, as EC2 answers a call that names ids. */
    <T> ObjectNode whole(List<T> found, Function<T, ObjectNode> toXml) {
        return answer(new Paging.Page<>(found, Optional.empty()), toXml);
    }

    private <T> ObjectNode answer(Paging.Page<T> page, Function<T, ObjectNode> toXml) {
        ObjectNode output = Json.object();
        ArrayNode list = output.putArray(listMember);
        page.items().forEach(item -> list.add(toXml.apply(item)));
        page.putToken(output, "nextToken");
        return output;
    }
}
