package io.jenkins.plugins.drs.simulator.environment;

/** A Systems Manager parameter; {@code type} is {@code String} when absent. */
public record ParameterSpec(String name, String type, String value, Long version) {

    public ParameterSpec {
        type = Absent.or(type, "String");
        version = Absent.or(version, 1L);
    }
}
