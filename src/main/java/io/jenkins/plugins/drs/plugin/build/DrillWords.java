package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;

/** A result in the words of a build's summary. */
public record DrillWords(DrillResult result) {
    /** Name of one of Jenkins' status symbols. */
    public String getStatusIcon() {
        return DrillRow.icon(result.status());
    }

    /** What was recovered; for a single automation, how it stands. */
    public String getServers() {
        return isAutomation() ? "" : Headline.servers(result);
    }

    /** A single automation is run like a plan, but has no servers and no objectives. */
    private boolean isAutomation() {
        return result.status().ended()
                && result.sourceServers().isEmpty()
                && result.preflight().count(CheckStatus.FAILED) == 0;
    }

    /** The name of a wave, for people. */
    public String shown(String wave) {
        return PlainText.line(wave);
    }

    public String getReason() {
        return result.verdict().reason().orElse("");
    }

    /** Whether there are objectives to speak of. */
    public boolean isMeasured() {
        return result.run().mode().launches() && !isAutomation();
    }

    public String getRto() {
        return sentence(result.verdict().rto());
    }

    public String getRpo() {
        return sentence(result.verdict().rpo());
    }

    private String sentence(Objective objective) {
        ExecutionStatus status = result.status();
        return Headline.reached(objective, status) + ", " + Headline.verdict(objective, status);
    }

    public boolean isRtoMissed() {
        return result.verdict().rto().missed();
    }

    public boolean isRpoMissed() {
        return result.verdict().rpo().missed();
    }

    /** How many things stay in AWS although nobody asked for it. */
    public int getLeftBehind() {
        return result.cleanup().unasked().size();
    }
}
