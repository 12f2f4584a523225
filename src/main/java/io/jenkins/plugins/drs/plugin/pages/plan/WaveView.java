package io.jenkins.plugins.drs.plugin.pages.plan;

import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WaveGraph;
import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import io.jenkins.plugins.drs.plugin.run.ServerLookups.ServerLookup;
import java.util.List;
import java.util.Optional;

/** A wave in words: what the drawing says, and more. */
public final class WaveView {
    private final Wave wave;
    private final List<String> after;
    private final Optional<ServersView> servers;

    WaveView(RecoveryPlan plan, int index, Optional<ServersView> servers) {
        this.wave = plan.waves().get(index);
        this.after = WaveGraph.of(plan.waves()).dependenciesOf(wave.waveName());
        this.servers = servers;
    }

    public String getName() {
        return PlainText.line(wave.waveName());
    }

    /** When it starts. */
    public String getStart() {
        return after.isEmpty() ? Messages.wave_atOnce() : PlainText.line(Messages.wave_after(String.join(", ", after)));
    }

    public boolean isPause() {
        return wave.policy().pauseBefore();
    }

    public String getLimit() {
        return Durations.text(wave.policy().maxWaitTime());
    }

    public List<Group> getGroups() {
        return wave.protectionGroupNames().stream().map(this::group).toList();
    }

    private Group group(String name) {
        return new Group(name, servers.flatMap(found -> found.of(name)));
    }

    public List<String> getBefore() {
        return actions(wave.preWaveActions());
    }

    public List<String> getAfterwards() {
        return actions(wave.postWaveActions());
    }

    private static List<String> actions(List<AutomationAction> actions) {
        return actions.stream()
                .map(action ->
                        PlainText.line(action.name() + " (" + action.document().name() + ")"))
                .toList();
    }

    /** A protection group of the wave. */
    public record Group(String name, Optional<ServerLookup.Selected> selected) {
        public String getName() {
            return PlainText.line(name);
        }

        public String getUrl() {
            return Address.item("groups", name);
        }

        /** Whether AWS was asked since the group got this name. */
        public boolean isKnown() {
            return selected.isPresent();
        }

        public List<ServersView.Row> getServers() {
            return selected.map(ServersView::rows).orElse(List.of());
        }

        /** Why it is not known what the group selects; empty when it is. */
        public String getFailure() {
            return PlainText.line(
                    selected.flatMap(ServerLookup.Selected::failure).orElse(""));
        }
    }
}
