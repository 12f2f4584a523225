package io.jenkins.plugins.drs.engine.event;

/**
 * Who runs an execution, and with what.
 *
 * @param startedBy person or job
 * @param host where the engine runs, such as {@code command line} or the URL of a build
 * @param toolVersion version of this product
 * @param simulated whether the simulator stands in for AWS
 */
public record Origin(String startedBy, String host, String toolVersion, boolean simulated) {
    public Origin {
        Needed.value(startedBy, "startedBy");
        Needed.value(host, "host");
        Needed.value(toolVersion, "toolVersion");
    }
}
