package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import java.util.List;

/**
 * What a host found before an execution began, such as that it may not do something that the plan needs.
 *
 * @param checks part of preflight; when one failed, nothing is launched
 * @param forbidsCalls whether AWS must not be asked anything, not even by the rest of preflight; takes a failed check
 * @param asksToConfirm whether a person has to let the first wave go on, whatever the plan says, because nobody who
 *     counts has asked for it yet; journals of earlier versions have none
 */
public record HostFindings(List<Check> checks, boolean forbidsCalls, boolean asksToConfirm) {
    /** Nothing that is worth a word. */
    public static final HostFindings NONE = new HostFindings(List.of(), false);

    public HostFindings {
        checks = checks == null ? List.of() : Needed.copy(checks, "checks");
    }

    /** Findings of a host that needs nobody to confirm. */
    public HostFindings(List<Check> checks, boolean forbidsCalls) {
        this(checks, forbidsCalls, false);
    }

    /** The same, where a person has to confirm. */
    public HostFindings askingToConfirm() {
        return new HostFindings(checks, forbidsCalls, true);
    }
}
