package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import java.util.List;

/**
 * What a host found before an execution began, such as that it may not do something that the plan needs.
 *
 * @param checks part of preflight; when one failed, nothing is launched
 * @param forbidsCalls whether AWS must not be asked anything, not even by the rest of preflight; takes a failed check
 */
public record HostFindings(List<Check> checks, boolean forbidsCalls) {
    /** Nothing that is worth a word. */
    public static final HostFindings NONE = new HostFindings(List.of(), false);

    public HostFindings {
        checks = checks == null ? List.of() : List.copyOf(checks);
    }
}
