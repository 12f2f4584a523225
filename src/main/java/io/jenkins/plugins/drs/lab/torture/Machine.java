package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.util.Optional;
import java.util.Set;

/**
 * A source server of the plan.
 *
 * @param flaw what is wrong with it whenever it is launched or taken down
 */
record Machine(String hostname, String wave, Target target, Optional<FaultKind> flaw) {
    static final Set<FaultKind> KEEPS_FROM_LAUNCHING =
            Set.of(FaultKind.FAIL_SNAPSHOT, FaultKind.FAIL_CONVERSION, FaultKind.FAIL_LAUNCH, FaultKind.HANG_JOB);

    /** Its id: the host name, in the form of DRS. */
    String id() {
        String letters = hostname.replaceAll("[^a-z0-9]", "");
        return "s-" + "0".repeat(17 - letters.length()) + letters;
    }

    boolean has(FaultKind kind) {
        return flaw.filter(kind::equals).isPresent();
    }

    boolean cannotLaunch() {
        return flaw.filter(KEEPS_FROM_LAUNCHING::contains).isPresent();
    }
}
