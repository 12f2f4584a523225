package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate.Version;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** DescribeLaunchTemplateVersions: those of one template, or the default or latest ones of all templates. */
final class LaunchTemplateVersions {
    private static final Set<String> FILTERS = Set.of("create-time", "image-id", "instance-type", "is-default-version");

    private final Call call;
    private final TemplateBook book;

    private LaunchTemplateVersions(Call call) {
        this.call = call;
        this.book = TemplateBook.of(call.region());
    }

    private record Row(LaunchTemplate template, Version version) {}

    static ObjectNode describe(Call call) {
        return new LaunchTemplateVersions(call).describe();
    }

    private ObjectNode describe() {
        Filters filters = Filters.of(call, FILTERS);
        TemplateXml xml = new TemplateXml(book);
        List<Row> found = rows().filter(row -> filters.accept(attributes(row))).toList();
        return new Ec2Pages(call, "launchTemplateVersionSet")
                .page(
                        found,
                        row -> row.template().id() + "/" + row.version().number(),
                        row -> xml.of(row.template(), row.version()));
    }

    private Stream<Row> rows() {
        List<String> wanted = call.texts("LaunchTemplateVersion");
        if (isNamed()) {
            LaunchTemplate template = book.named(call);
            return wanted.isEmpty() ? newestFirst(template) : chosen(List.of(template), wanted);
        }
        if (wanted.isEmpty() || !List.of("$Default", "$Latest").containsAll(wanted)) {
            throw Ec2Errors.missing(
                    "You must specify a launch template ID or name unless the versions are $Latest or " + "$Default.");
        }
        return chosen(call.region().launchTemplates(), wanted);
    }

    private boolean isNamed() {
        return call.input().hasNonNull("LaunchTemplateId") || call.input().hasNonNull("LaunchTemplateName");
    }

    private Stream<Row> newestFirst(LaunchTemplate template) {
        int min = call.text("MinVersion").map(Integer::parseInt).orElse(1);
        int max = call.text("MaxVersion").map(Integer::parseInt).orElse(Integer.MAX_VALUE);
        return template.versions().stream()
                .filter(version -> version.number() >= min && version.number() <= max)
                .sorted(Comparator.comparing(Version::number).reversed())
                .map(version -> new Row(template, version));
    }

    private static Stream<Row> chosen(Collection<LaunchTemplate> templates, List<String> wanted) {
        return templates.stream()
                .flatMap(template ->
                        wanted.stream().map(name -> new Row(template, TemplateBook.version(template, name))))
                .distinct();
    }

    private Attributes attributes(Row row) {
        boolean isDefault = row.template().defaultVersion().equals(row.version());
        return new Attributes()
                .with("create-time", row.version().created().toString())
                .with("image-id", book.data(row.version()).xml().path("imageId").textValue())
                .with("instance-type", row.version().settings().instanceType())
                .with("is-default-version", Boolean.toString(isDefault));
    }

    /** Launch templates and their versions as EC2 shows them. */
    static final class TemplateXml {
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
}
