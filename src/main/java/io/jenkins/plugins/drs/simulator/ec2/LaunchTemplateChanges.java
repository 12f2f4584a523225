package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate.Version;
import io.jenkins.plugins.drs.simulator.wire.Json;

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
}
