package io.jenkins.plugins.drs.simulator.environment;

import java.util.List;

/**
 * A version of a secret of Secrets Manager. {@code versionId} is derived from the name when absent.
 *
 * @param afterSeconds when it is put, after the start of the environment; it is there from the start when absent
 */
public record SecretSpec(
        String name, String secretString, String versionId, List<String> versionStages, Integer afterSeconds) {

    public SecretSpec {
        versionStages = versionStages == null ? List.of("AWSCURRENT") : List.copyOf(versionStages);
        afterSeconds = Absent.or(afterSeconds, 0);
    }
}
