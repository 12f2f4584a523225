package io.jenkins.plugins.drs.simulator.ec2;

import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate.Version;
import io.jenkins.plugins.drs.simulator.state.Region;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The launch templates of a Region with everything their versions say, beyond what the world goes by. */
final class TemplateBook {
    private final Region region;
    private final Map<Version, TemplateData> dataOf = new IdentityHashMap<>();
    private final Map<Version, String> creatorOf = new IdentityHashMap<>();

    private TemplateBook(Region region) {
        this.region = region;
    }

    static TemplateBook of(Region region) {
        return region.part(TemplateBook.class, TemplateBook::new);
    }

    /** The template that a call names by id or name. */
    LaunchTemplate named(Call call) {
        Optional<String> id = call.text("LaunchTemplateId");
        Optional<String> name = call.text("LaunchTemplateName");
        if (id.isPresent() && name.isPresent()) {
            throw Ec2Errors.combination(
                    "You must specify either the launch template ID or the launch template name, " + "but not both.");
        }
        if (id.isPresent()) {
            return withId(id.get());
        }
        String wanted = name.orElseThrow(() -> Ec2Errors.missing(
                "The request must contain either the launch template ID or the launch template name."));
        return region.launchTemplates().stream()
                .filter(template -> template.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Ec2Errors.noTemplateNamed(wanted));
    }

    /** A version by number, {@code $Default} or {@code $Latest}. */
    static Version version(LaunchTemplate template, String wanted) {
        return switch (wanted) {
            case "$Default" -> template.defaultVersion();
            case "$Latest" -> template.latestVersion();
            default -> numbered(template, wanted);
        };
    }

    static Version numbered(LaunchTemplate template, String wanted) {
        if (!wanted.matches("[1-9][0-9]{0,8}")) {
            throw Ec2Errors.invalid("The specified launch template version " + wanted + " is not valid.");
        }
        return template.version(Integer.parseInt(wanted)).orElseThrow(() -> Ec2Errors.noVersion(template.id(), wanted));
    }

    Version add(LaunchTemplate template, TemplateData data, Call call) {
        Version version =
                template.add(data.settings(), call.text("VersionDescription").orElse(null), call.now());
        dataOf.put(version, data);
        creatorOf.put(version, call.caller().arn());
        return version;
    }

    TemplateData data(Version version) {
        return dataOf.getOrDefault(version, TemplateData.of(version.settings()));
    }

    /** ARN of who made a version; DRS itself made the first. */
    String creator(Version version) {
        return creatorOf.getOrDefault(
                version,
                "arn:aws:sts::" + region.accountId() + ":assumed-role/AWSServiceRoleForElasticDisasterRecovery/drs");
    }

    private LaunchTemplate withId(String id) {
        if (!id.matches("lt-([0-9a-f]{8}|[0-9a-f]{17})")) {
            throw Ec2Errors.malformedTemplate(id);
        }
        return region.launchTemplate(id).orElseThrow(() -> Ec2Errors.noTemplate(id));
    }
}
