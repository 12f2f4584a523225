package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate.Version;
import io.jenkins.plugins.drs.simulator.wire.Json;

/** Launch templates and their versions as EC2 shows them. */
final class TemplateXml {
    private final TemplateBook book;

    TemplateXml(TemplateBook book) {
        this.book = book;
    }

    ObjectNode of(LaunchTemplate template) {
        Version first = template.versions().get(0);
        ObjectNode xml = Json.object();
        xml.put("launchTemplateId", template.id());
        xml.put("launchTemplateName", template.name());
        xml.put("createTime", Json.time(first.created()));
        xml.put("createdBy", book.creator(first));
        xml.put("defaultVersionNumber", template.defaultVersion().number());
        xml.put("latestVersionNumber", template.latestVersion().number());
        return xml;
    }

    ObjectNode of(LaunchTemplate template, Version version) {
        ObjectNode xml = Json.object();
        xml.put("launchTemplateId", template.id());
        xml.put("launchTemplateName", template.name());
        xml.put("versionNumber", version.number());
        xml.put("versionDescription", version.description());
        xml.put("createTime", Json.time(version.created()));
        xml.put("createdBy", book.creator(version));
        xml.put("defaultVersion", template.defaultVersion().number() == version.number());
        xml.set("launchTemplateData", book.data(version).xml());
        return xml;
    }
}
