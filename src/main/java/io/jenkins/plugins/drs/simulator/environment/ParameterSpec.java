package io.jenkins.plugins.drs.simulator.environment;

/**
 * A version of a Systems Manager parameter; {@code type} is {@code String} when absent.
 *
 * @param afterSeconds when it is put, after the start of the environment; it is there from the start when absent
 */
public record ParameterSpec(String name, String type, String value, Long version, Integer afterSeconds) {

    public ParameterSpec {
        type = Absent.or(type, "String");
        version = Absent.or(version, 1L);
        afterSeconds = Absent.or(afterSeconds, 0);
    }
}
