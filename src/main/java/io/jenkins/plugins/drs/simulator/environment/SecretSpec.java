package io.jenkins.plugins.drs.simulator.environment;

import java.util.List;

/** A secret of Secrets Manager. {@code versionId} is derived from the name when absent. */
public record SecretSpec(String name, String secretString, String versionId, List<String> versionStages) {

    public SecretSpec {
        versionStages = versionStages == null ? List.of("AWSCURRENT") : List.copyOf(versionStages);
    }
}
