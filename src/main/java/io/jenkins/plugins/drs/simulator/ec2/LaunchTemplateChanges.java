package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.ec2.LaunchTemplateVersions.TemplateXml;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate.Version;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** CreateLaunchTemplateVersion and ModifyLaunchTemplate. */
final class LaunchTemplateChanges {

    private LaunchTemplateChanges() {}

    static ObjectNode createVersion(Call call) {
        return ClientTokens.of(call.region()).once(call, () -> {
            TemplateBook book = TemplateBook.of(call.region());
            LaunchTemplate template = book.named(call);
            TemplateData own = TemplateData.ofRequest(call.input().path("LaunchTemplateData"));
            TemplateData data = call.text("SourceVersion")
                    .map(source -> book.data(TemplateBook.version(template, source)))
                    .map(source -> source.overriddenBy(own))
                    .orElse(own);
            Version version = book.add(template, data, call);
            ObjectNode output = Json.object();
            output.set("launchTemplateVersion", new TemplateXml(book).of(template, version));
            return output;
        });
    }

    static ObjectNode modify(Call call) {
        return ClientTokens.of(call.region()).once(call, () -> {
            TemplateBook book = TemplateBook.of(call.region());
            LaunchTemplate template = book.named(call);
            String wanted = call.text("SetDefaultVersion")
                    .orElseThrow(() -> Ec2Errors.missing("The request must contain the parameter SetDefaultVersion."));
            template.makeDefault(TemplateBook.numbered(template, wanted).number());
            ObjectNode output = Json.object();
            output.set("launchTemplate", new TemplateXml(book).of(template));
            return output;
        });
    }

    /** What was answered to which client token, so that a repeated call changes nothing. */
    private static final class ClientTokens {
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
}
