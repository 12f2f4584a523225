package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Region;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What was answered to which client token, so that a repeated call changes nothing. */
final class ClientTokens {
    private final Map<String, Answered> answers = new HashMap<>();

    private ClientTokens() {}

    private record Answered(ObjectNode input, ObjectNode output) {}

    static ClientTokens of(Region region) {
        return region.part(ClientTokens.class, made -> new ClientTokens());
    }

    /** Does the work, or gives the answer that the same call got before. A refused call leaves its token unused. */
    ObjectNode once(Call call, Supplier<ObjectNode> work) {
        Optional<String> token = call.text("ClientToken").filter(text -> !text.isEmpty());
        if (token.isEmpty()) {
            return work.get();
        }
        String key = call.operation() + " " + token.get();
        Answered before = answers.get(key);
        if (before != null && !before.input().equals(call.input())) {
            throw Ec2Errors.tokenReused();
        }
        ObjectNode output = before == null ? work.get() : before.output();
        answers.put(key, new Answered(call.input(), output));
        return output;
    }
}
