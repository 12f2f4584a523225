package io.jenkins.plugins.drs.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A CloudFormation template, and what can be said of it without AWS. */
final class Template {
    private static final Set<String> UNTAGGED = Set.of(
            "AWS::EC2::VPCGatewayAttachment",
            "AWS::EC2::Route",
            "AWS::EC2::SubnetRouteTableAssociation",
            "AWS::IAM::InstanceProfile",
            "AWS::SSM::Association");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

    private final Map<String, Object> tree;
    private final List<String> problems = new ArrayList<>();

    private Template(Map<String, Object> tree) {
        this.tree = tree;
    }

    static Template read(String name) throws IOException {
        return of(Files.readString(Path.of("samples/environment", name)));
    }

    static Template of(String text) {
        return new Template(new Yaml(new Functions()).load(text));
    }

    /** Short forms of CloudFormation's functions, {@code !Ref x} as {@code {Ref: x}}. */
    private static final class Functions extends SafeConstructor {
        private Functions() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    String tag = node.getTag().getValue().substring(1);
                    return Map.of(tag.equals("Ref") ? tag : "Fn::" + tag, value(node));
                }
            });
        }

        private Object value(Node node) {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            return node instanceof SequenceNode list ? constructSequence(list) : constructMapping((MappingNode) node);
        }
    }

    @SuppressWarnings("unchecked")
    Map<String, Map<String, Object>> section(String name) {
        return (Map<String, Map<String, Object>>) tree.getOrDefault(name, Map.of());
    }

    Set<String> outputs() {
        return new TreeSet<>(section("Outputs").keySet());
    }

    /** The types of resources. */
    Set<String> types() {
        Set<String> types = new TreeSet<>();
        section("Resources").values().forEach(resource -> types.add((String) resource.get("Type")));
        return types;
    }

    /** Everything that is wrong, each in a sentence. */
    List<String> problems() {
        section("Parameters").forEach(this::parameter);
        section("Resources").forEach(this::tags);
        visit("", tree);
        return problems;
    }

    private void parameter(String name, Map<String, Object> parameter) {
        if (parameter.get("Type").equals("String")
                && !(parameter.containsKey("AllowedPattern") && parameter.containsKey("ConstraintDescription"))) {
            problems.add("Parameter " + name + " has no pattern");
        }
        Object standard = parameter.get("Default");
        Object pattern = parameter.get("AllowedPattern");
        if (standard != null && pattern != null && !standard.toString().matches(pattern.toString())) {
            problems.add("Parameter " + name + " does not match its own pattern");
        }
    }

    private void tags(String name, Map<String, Object> resource) {
        if (UNTAGGED.contains(resource.get("Type").toString())) {
            return;
        }
        String tags = String.valueOf(
                ((Map<?, ?>) resource.get("Properties")).containsKey("Tags")
                        ? ((Map<?, ?>) resource.get("Properties")).get("Tags")
                        : ((Map<?, ?>) resource.get("Properties")).get("TagSpecifications"));
        for (String tag : List.of("Project", "Environment")) {
            if (!tags.contains("Key=" + tag + ",") && !tags.contains(tag + "={Ref=")) {
                problems.add(name + " has no tag " + tag);
            }
        }
    }

    private void visit(String at, Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, BiConsumer<String, Object>> checks = new LinkedHashMap<>();
            checks.put("Ref", (place, name) -> resolve(place, name.toString()));
            checks.put(
                    "Fn::GetAtt",
                    (place, name) -> resolve(place, name.toString().split("\\.")[0]));
            checks.put("Fn::Sub", (place, text) -> REFERENCE
                    .matcher(text.toString())
                    .results()
                    .forEach(found -> resolve(place, found.group(1).split("\\.")[0])));
            checks.put("SecurityGroupIngress", this::ingress);
            checks.put("MapPublicIpOnLaunch", this::noPublicAddress);
            checks.put("AssociatePublicIpAddress", this::noPublicAddress);
            map.forEach((key, inner) -> {
                checks.getOrDefault(key.toString(), (place, ignored) -> {}).accept(at, inner);
                visit(at + "/" + key, inner);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> visit(at, inner));
        }
    }

    private void resolve(String at, String name) {
        if (!name.startsWith("AWS::")
                && !section("Parameters").containsKey(name)
                && !section("Resources").containsKey(name)) {
            problems.add(at + " refers to " + name + ", which is not there");
        }
    }

    /** From groups of the template, or from the one address that is a parameter; never from a network. */
    private void ingress(String at, Object rules) {
        ((List<?>) rules).forEach(rule -> {
            Map<?, ?> members = (Map<?, ?>) rule;
            boolean group = members.containsKey("SourceSecurityGroupId");
            boolean address = Map.of("Fn::Sub", "${SourceAddress}/32").equals(members.get("CidrIp"));
            if (!group && !address || members.containsKey("CidrIpv6") || members.containsKey("SourcePrefixListId")) {
                problems.add(at + " lets others in: " + members);
            }
        });
    }

    private void noPublicAddress(String at, Object value) {
        if (!Boolean.FALSE.equals(value)) {
            problems.add(at + " gives out public addresses");
        }
    }
}
