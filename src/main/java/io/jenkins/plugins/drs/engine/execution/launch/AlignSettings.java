package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.LaunchTemplate;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.LaunchConfiguration;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingChange;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingsAligned;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingsIntended;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Compares a server's launch settings with the plan and changes what differs. Doing it twice changes nothing more. */
final class AlignSettings implements Effect {
    private static final String NO_TEMPLATE = "DRS names no EC2 launch template for it, so the plan's instance type "
            + "and network cannot be applied. Save its launch settings once in Elastic Disaster Recovery.";

    private final String executionId;
    private final ServerState server;
    private final LaunchSettings wanted;

    AlignSettings(String executionId, ServerState server, LaunchSettings wanted) {
        this.executionId = executionId;
        this.server = server;
        this.wanted = wanted;
    }

    @Override
    public Collection<String> about() {
        return List.of(server.id());
    }

    @Override
    public String key() {
        return key(server.id());
    }

    static String key(String serverId) {
        return "settings/" + serverId;
    }

    @Override
    public List<ExecutionEvent> intent() {
        return List.of(new SettingsIntended(server.id()));
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(server.target(), "drs:GetLaunchConfiguration"));
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        LaunchConfiguration configuration = aws.drs(server.target()).launchConfiguration(server.id());
        if (wanted.touchesTemplate() && configuration.launchTemplateId().isEmpty()) {
            return List.of(new ServerFailed(server.id(), FailureStage.SETTINGS, NO_TEMPLATE));
        }
        SettingsDifference difference = new SettingsDifference(wanted);
        List<SettingChange> changes = new ArrayList<>(difference.ofConfiguration(configuration));
        if (!difference.configurationChange().isEmpty()) {
            aws.drs(server.target()).updateLaunchConfiguration(server.id(), difference.configurationChange());
        }
        if (wanted.touchesTemplate()) {
            changes.addAll(alignTemplate(aws, configuration.launchTemplateId().orElseThrow(), difference));
        }
        return List.of(new SettingsAligned(server.id(), changes));
    }

    private List<SettingChange> alignTemplate(AwsAccess aws, String templateId, SettingsDifference difference) {
        LaunchTemplate template = aws.compute(server.target()).launchTemplate(templateId);
        List<SettingChange> changes = difference.ofTemplate(template);
        if (!difference.templateChange().isEmpty()) {
            aws.compute(server.target()).changeLaunchTemplate(templateId, difference.templateChange(), token());
        }
        return changes;
    }

    private String token() {
        return UUID.nameUUIDFromBytes((executionId + "/" + key()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        return List.of(new ServerFailed(
                server.id(),
                FailureStage.SETTINGS,
                "Its launch settings could not be applied. " + failure.explained()));
    }
}
