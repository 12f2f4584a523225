package io.jenkins.plugins.drs.simulator.state;

import io.jenkins.plugins.drs.simulator.environment.SourceServerSpec.LaunchTemplateSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An EC2 launch template. Its default version is what DRS launches with. */
public final class LaunchTemplate {
    private final String id;
    private final String name;
    private final List<Version> versions = new ArrayList<>();
    private int defaultVersion = 1;

    LaunchTemplate(String id, String name, LaunchTemplateSettings first, Instant created) {
        this.id = id;
        this.name = name;
        add(first, null, created);
    }

    /** One of its versions; they are counted from 1 and never change. */
    public record Version(int number, LaunchTemplateSettings settings, String description, Instant created) {}

    /** Adds a version; it does not become the default. */
    public Version add(LaunchTemplateSettings settings, String description, Instant created) {
        Version version = new Version(versions.size() + 1, settings, description, created);
        versions.add(version);
        return version;
    }

    /**
     * Makes a version the default.
     *
     * @return whether there is such a version
     */
    public boolean makeDefault(int number) {
        boolean known = version(number).isPresent();
        defaultVersion = known ? number : defaultVersion;
        return known;
    }

    /** A version by number. */
    public Optional<Version> version(int number) {
        return number < 1 || number > versions.size() ? Optional.empty() : Optional.of(versions.get(number - 1));
    }

    /** Version that DRS launches with. */
    public Version defaultVersion() {
        return versions.get(defaultVersion - 1);
    }

    public Version latestVersion() {
        return versions.get(versions.size() - 1);
    }

    /** Oldest first. */
    public List<Version> versions() {
        return List.copyOf(versions);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** What a version of a launch template says; null and empty are not set in it. */
    public record LaunchTemplateSettings(
            String instanceType, String subnetId, List<String> securityGroupIds, String privateIp) {

        public LaunchTemplateSettings {
            securityGroupIds = List.copyOf(securityGroupIds);
        }

        static LaunchTemplateSettings of(LaunchTemplateSpec spec) {
            return new LaunchTemplateSettings(
                    spec.instanceType(), spec.subnetId(), spec.securityGroupIds(), spec.privateIp());
        }
    }
}
