package io.jenkins.plugins.drs.simulator.environment;

import java.util.List;

/**
 * What an account has in a Region.
 *
 * @param initialized whether DRS was set up; true unless said otherwise
 * @param parameters of Systems Manager
 * @param foreignJobs other people's DRS jobs
 */
public record RegionSpec(
        Boolean initialized,
        List<SourceServerSpec> sourceServers,
        List<SubnetSpec> subnets,
        List<SecurityGroupSpec> securityGroups,
        List<DocumentSpec> documents,
        List<ParameterSpec> parameters,
        List<SecretSpec> secrets,
        List<ForeignJobSpec> foreignJobs) {

    public RegionSpec {
        initialized = initialized == null || initialized;
        sourceServers = sourceServers == null ? List.of() : List.copyOf(sourceServers);
        subnets = subnets == null ? List.of() : List.copyOf(subnets);
        securityGroups = securityGroups == null ? List.of() : List.copyOf(securityGroups);
        documents = documents == null ? List.of() : List.copyOf(documents);
        parameters = parameters == null ? List.of() : List.copyOf(parameters);
        secrets = secrets == null ? List.of() : List.copyOf(secrets);
        foreignJobs = foreignJobs == null ? List.of() : List.copyOf(foreignJobs);
    }

    /** A Region in which nobody has set up anything. */
    public static RegionSpec untouched() {
        return new RegionSpec(false, null, null, null, null, null, null, null);
    }
}
