package io.jenkins.plugins.drs.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The policies of {@code docs/jenkins/iam.md} allow what is called, and no more. */
class PoliciesTest {
    private static final Path FOLDER = Path.of("docs", "jenkins", "policies");

    /** Of AWS's own accord to everybody; IAM has nothing to allow. */
    private static final Set<String> FREE = Set.of("sts:GetCallerIdentity");

    /** What is not called by itself: AWS asks for it with a call that tags, or that launches in the caller's name. */
    private static final Set<String> WITH_OTHERS = Set.of(
            "drs:ListTagsForResource",
            "drs:TagResource",
            "drs:CreateRecoveryInstanceForDrs",
            "ssm:AddTagsToResource",
            "iam:PassRole");

    /**
     * Dependent actions of StartRecovery, TerminateRecoveryInstances and UpdateLaunchConfiguration. Source: Service
     * Authorization Reference, AWS Elastic Disaster Recovery.
     */
    private static final List<String> DEPENDENT = List.of(
            "drs:CreateRecoveryInstanceForDrs",
            "drs:DescribeSourceServers",
            "drs:ListTagsForResource",
            "ec2:AttachVolume",
            "ec2:AuthorizeSecurityGroupEgress",
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:CreateLaunchTemplate",
            "ec2:CreateLaunchTemplateVersion",
            "ec2:CreateSnapshot",
            "ec2:CreateTags",
            "ec2:CreateVolume",
            "ec2:DeleteLaunchTemplateVersions",
            "ec2:DeleteSnapshot",
            "ec2:DeleteVolume",
            "ec2:DescribeAccountAttributes",
            "ec2:DescribeAvailabilityZones",
            "ec2:DescribeImages",
            "ec2:DescribeInstanceAttribute",
            "ec2:DescribeInstanceStatus",
            "ec2:DescribeInstanceTypes",
            "ec2:DescribeInstances",
            "ec2:DescribeLaunchTemplateVersions",
            "ec2:DescribeLaunchTemplates",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSnapshots",
            "ec2:DescribeSubnets",
            "ec2:DescribeVolumes",
            "ec2:DetachVolume",
            "ec2:ModifyInstanceAttribute",
            "ec2:ModifyLaunchTemplate",
            "ec2:RevokeSecurityGroupEgress",
            "ec2:RunInstances",
            "ec2:StartInstances",
            "ec2:StopInstances",
            "ec2:TerminateInstances",
            "iam:PassRole");

    /** What the caller may do itself, without what only AWS may do in the caller's name. */
    private static Set<String> allowed(String... files) throws IOException {
        return allowed(statement -> !statement.at("/Condition/Bool").has("aws:ViaAWSService"), files);
    }

    private static Set<String> allowed(Predicate<JsonNode> statements, String... files) throws IOException {
        Set<String> actions = new TreeSet<>();
        for (String file : files) {
            JsonNode policy = new ObjectMapper().readTree(FOLDER.resolve(file).toFile());
            for (JsonNode statement : policy.get("Statement")) {
                if (statements.test(statement)) {
                    actionsOf(statement).forEach(actions::add);
                }
            }
        }
        return actions;
    }

    private static Stream<String> actionsOf(JsonNode statement) {
        JsonNode action = statement.get("Action");
        return action.isTextual()
                ? Stream.of(action.asText())
                : StreamSupport.stream(action.spliterator(), false).map(JsonNode::asText);
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    @Test
    void shouldAllowEveryOperationThatIsCalled() throws IOException {
        assertThat(CalledOperations.all()).contains("drs:StartRecovery", "ssm:GetAutomationExecution");
        assertThat(without(
                        CalledOperations.all(), without(allowed("check.json", "drill.json", "assume-role.json"), FREE)))
                .isEqualTo(FREE);
    }

    @Test
    void shouldAllowNothingThatIsNotCalled() throws IOException {
        assertThat(without(allowed("check.json", "drill.json", "assume-role.json"), CalledOperations.all()))
                .isEqualTo(new TreeSet<>(WITH_OTHERS));
    }

    @Test
    void shouldAllowWhatLaunchesAndTerminationsDoInTheCallersName() throws IOException {
        assertThat(allowed(statement -> true, "check.json", "drill.json")).containsAll(DEPENDENT);
    }

    @Test
    void shouldChangeNothingByWhatAChecksPolicyAllows() throws IOException {
        assertThat(allowed("check.json")).allMatch(action -> action.matches("\\w+:(Describe|Get|List)\\w+"));
    }

    @Test
    void shouldTellInItsTableWhatIsCalled() throws IOException {
        assertThat(OperationTable.read().keySet()).isEqualTo(CalledOperations.all());
    }

    @Test
    void shouldAllowAChecksOperationsToChecks() throws IOException {
        Set<String> ofChecks = OperationTable.of(OperationTable.CHECK);

        assertThat(without(ofChecks, FREE)).isNotEmpty().isSubsetOf(allowed("check.json"));
    }
}
