package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.service.Paging;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.util.List;
import java.util.function.Function;

/** Pages as DRS names their members. */
final class DrsPages {
    private static final Paging PAGING = new Paging("nextToken", "maxResults", DrsErrors::badToken);

    private DrsPages() {}

    /** The answer to a call that describes some of many. */
    static <T> ObjectNode answer(Call call, List<T> all, Function<T, String> key, Function<T, ObjectNode> toJson) {
        int largest = call.world().environment().quotas().pageSize();
        Paging.Page<T> page = PAGING.page(call, all, key, largest);
        ObjectNode output = Json.object();
        ArrayNode items = output.putArray("items");
        page.items().forEach(item -> items.add(toJson.apply(item)));
        page.putToken(output, "nextToken");
        return output;
    }
}
