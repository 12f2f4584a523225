package io.jenkins.plugins.drs.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of the templates without cfn-lint, which Maven Central does not have. */
class TemplatesTest {
    private static final Path FOLDER = Path.of("samples/environment");

    @ParameterizedTest
    @ValueSource(strings = {"network.yaml", "recovery.yaml", "servers.yaml"})
    void shouldReferToWhatIsThereTagEverythingAndLetNobodyIn(String template) throws Exception {
        assertThat(Template.read(template).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recovery.yaml | CidrIp: !Sub \"${SourceAddress}/32\" | CidrIp: 0.0.0.0/0 | lets others in",
                "network.yaml | !Ref NatSubnet | !Ref NatSubnets | refers to NatSubnets",
                "network.yaml | !GetAtt NatAddress.AllocationId | !GetAtt Address.AllocationId | refers to Address",
                "network.yaml | MapPublicIpOnLaunch: false | MapPublicIpOnLaunch: true | gives out public addresses",
                "servers.yaml | {Key: Project, Value: !Ref ProjectName} | {Key: Name, Value: x} | has no tag Project",
                "servers.yaml | Default: t3.micro | Default: m5.huge | does not match its own pattern",
                "servers.yaml | AllowedPattern: \"^t3a | Pattern: \"^t3a | has no pattern"
            })
    void shouldFindWhatIsWrong(String template, String good, String bad, String problem) throws Exception {
        String text = Files.readString(FOLDER.resolve(template));
        assertThat(text).contains(good);

        assertThat(Template.of(text.replace(good, bad)).problems()).anyMatch(found -> found.contains(problem));
    }

    @Test
    void shouldOutputEverythingThatThePlanAndTheScriptNeed() throws Exception {
        Set<String> wanted = new TreeSet<>();
        Pattern.compile("@([A-Za-z]+)@")
                .matcher(Files.readString(FOLDER.resolve("plan.yaml.in")))
                .results()
                .forEach(found -> wanted.add(found.group(1)));
        Set<String> simulated = new TreeSet<>();
        Files.readAllLines(FOLDER.resolve("simulator-outputs.txt")).forEach(line -> simulated.add(line.split("\t")[0]));
        Set<String> deployed = Template.read("recovery.yaml").outputs();
        deployed.add("Application");

        assertThat(deployed).containsAll(wanted);
        assertThat(simulated).containsAll(wanted);
        Pattern.compile("output \"\\$(?:target|source)_region\" (\\w+) (\\w+)")
                .matcher(Files.readString(FOLDER.resolve("environment")))
                .results()
                .forEach(found -> assertThat(outputs(found.group(1))).contains(found.group(2)));
    }

    private static Set<String> outputs(String part) {
        try {
            return Template.read(part + ".yaml").outputs();
        } catch (java.io.IOException missing) {
            throw new AssertionError("Expected the script to name a template, but there is no " + part, missing);
        }
    }

    @Test
    void shouldGiveServersTheManagedPoliciesThatAgentAndSystemsManagerNeed() throws Exception {
        assertThat(Files.readString(FOLDER.resolve("servers.yaml")))
                .contains(
                        "policy/AmazonSSMManagedInstanceCore",
                        "service-role/AWSElasticDisasterRecoveryEc2InstancePolicy")
                .contains("HttpTokens: required");
        assertThat(Template.read("servers.yaml").types()).doesNotContain("AWS::EC2::EIP", "AWS::IAM::User");
    }
}
