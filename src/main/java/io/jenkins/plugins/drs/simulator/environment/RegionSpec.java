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

    /**
     * A launch job of somebody else. It only occupies quota and servers.
     *
     * @param sourceServers ids or host names of servers it holds
     * @param servers how many further servers it counts, without naming them
     * @param startSeconds simulated seconds after the world's start; may be negative
     */
    public record ForeignJobSpec(List<String> sourceServers, Integer servers, long startSeconds, Long durationSeconds) {

        public ForeignJobSpec {
            sourceServers = sourceServers == null ? List.of() : List.copyOf(sourceServers);
            servers = Absent.or(servers, 0);
            durationSeconds = Absent.or(durationSeconds, 600L);
        }
    }

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

    /** A security group. */
    public record SecurityGroupSpec(String groupId, String groupName, String vpcId, String description) {

        public SecurityGroupSpec {
            groupName = Absent.or(groupName, groupId);
            vpcId = Absent.or(vpcId, "vpc-0123456789abcdef0");
            description = Absent.or(description, groupName);
        }
    }

    /** A subnet. */
    public record SubnetSpec(String subnetId, String vpcId, String cidrBlock, String availabilityZone) {

        public SubnetSpec {
            vpcId = Absent.or(vpcId, "vpc-0123456789abcdef0");
            cidrBlock = Absent.or(cidrBlock, "10.0.0.0/16");
        }
    }
}
