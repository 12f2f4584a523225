package io.jenkins.plugins.drs.engine.document.store;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;

/**
 * A revision of the configuration.
 *
 * @param revision counted from 1, one more with each change; 0 when nothing was ever stored
 * @param configuration with its unknown fields
 */
public record StoredConfiguration(long revision, DrConfiguration configuration) {
    /** What a store holds before the first change. */
    public static final StoredConfiguration NOTHING = new StoredConfiguration(0, DrConfiguration.EMPTY);
}
