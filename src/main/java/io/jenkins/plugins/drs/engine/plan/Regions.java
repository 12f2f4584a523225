package io.jenkins.plugins.drs.engine.plan;

import java.util.Set;
import java.util.regex.Pattern;

/** Region codes. */
final class Regions {
    private static final Pattern CODE = Pattern.compile("[a-z]{2}(-[a-z]{2,12}){1,2}-[0-9]{1,2}");

    /** Regions of the AWS account management reference, early 2026; a Region that is not here only warns. */
    private static final Set<String> KNOWN = Set.of(
            "af-south-1",
            "ap-east-1",
            "ap-east-2",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-south-2",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-6",
            "ap-southeast-7",
            "ca-central-1",
            "ca-west-1",
            "cn-north-1",
            "cn-northwest-1",
            "eu-central-1",
            "eu-central-2",
            "eu-north-1",
            "eu-south-1",
            "eu-south-2",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "mx-central-1",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-gov-east-1",
            "us-gov-west-1",
            "us-west-1",
            "us-west-2");

    private Regions() {}

    /** Reports a code that is missing, malformed, or known to nobody. */
    static void check(String region, JsonPointer at, Problems problems) {
        if (region.isBlank()) {
            problems.error(at, "The Region is missing", "Write a Region code such as us-east-1");
        } else if (!CODE.matcher(region).matches()) {
            problems.error(
                    at,
                    "Expected a Region code, but got " + Shown.quoted(region),
                    "Write a Region code such as us-east-1, not an Availability Zone or a name");
        } else if (!KNOWN.contains(region)) {
            problems.warning(
                    at,
                    "Region " + Shown.quoted(region) + " is not among the Regions that this version knows",
                    "Check the spelling; a Region newer than this version is fine");
        }
    }
}
