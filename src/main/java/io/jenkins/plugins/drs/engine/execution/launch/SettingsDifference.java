package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.aws.ComputeGateway.LaunchTemplate;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.LaunchTemplateChange;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.LaunchConfiguration;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.LaunchConfigurationChange;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingChange;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What has to change so that launch settings are as a plan wants them. Asked first, then read. */
final class SettingsDifference {
    private final LaunchSettings wanted;
    private LaunchConfigurationChange configurationChange;
    private LaunchTemplateChange templateChange;

    SettingsDifference(LaunchSettings wanted) {
        this.wanted = wanted;
    }

    /** Compares with the launch configuration of DRS. */
    List<SettingChange> ofConfiguration(LaunchConfiguration now) {
        Changes changes = new Changes();
        configurationChange = new LaunchConfigurationChange(
                changes.note(
                        "launchDisposition",
                        now.disposition(),
                        wanted.disposition().map(Enum::name)),
                changes.note(
                        "rightSizing", now.rightSizing(), wanted.rightSizing().map(Enum::name)),
                changes.note("copyPrivateIp", now.copyPrivateIp(), wanted.copyPrivateIp()),
                changes.note("copyTags", now.copyTags(), wanted.copyTags()),
                changes.noteOptional("osByol", now.osByol(), wanted.osByol()));
        return changes.list();
    }

    /** Compares with the EC2 launch template. Security groups are a set: their order means nothing. */
    List<SettingChange> ofTemplate(LaunchTemplate now) {
        Changes changes = new Changes();
        boolean sameGroups = wanted.securityGroupIds().isEmpty()
                || new HashSet<>(wanted.securityGroupIds()).equals(new HashSet<>(now.securityGroupIds()));
        if (!sameGroups) {
            changes.note("securityGroupIds", now.securityGroupIds(), Optional.of(wanted.securityGroupIds()));
        }
        templateChange = new LaunchTemplateChange(
                changes.noteOptional("instanceType", now.instanceType(), wanted.instanceType()),
                changes.noteOptional("subnetId", now.subnetId(), wanted.subnetId()),
                sameGroups ? List.of() : wanted.securityGroupIds(),
                changes.noteOptional("staticPrivateIp", now.privateIp(), wanted.staticPrivateIp()));
        return changes.list();
    }

    LaunchConfigurationChange configurationChange() {
        return configurationChange;
    }

    LaunchTemplateChange templateChange() {
        return templateChange;
    }

    /** Collects what differs. */
    private static final class Changes {
        private final List<SettingChange> list = new ArrayList<>();

        <T> Optional<T> note(String setting, T now, Optional<T> wanted) {
            return noteOptional(setting, Optional.of(now), wanted);
        }

        <T> Optional<T> noteOptional(String setting, Optional<T> now, Optional<T> wanted) {
            if (wanted.isEmpty() || wanted.equals(now)) {
                return Optional.empty();
            }
            list.add(new SettingChange(
                    setting, now.map(Object::toString).orElse(""), wanted.get().toString()));
            return wanted;
        }

        List<SettingChange> list() {
            return List.copyOf(list);
        }
    }
}
