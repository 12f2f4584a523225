package io.jenkins.plugins.drs.plugin.configuration.store;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.util.Optional;

/** A change of one item of the configuration. */
public interface Edit {
    /** The item as it stands in a configuration; empty when it is not there, as one that is to be added. */
    Optional<?> subject(DrConfiguration configuration);

    /** The configuration with the change made. */
    DrConfiguration apply(DrConfiguration configuration);
}
