package io.jenkins.plugins.drs.simulator.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate.LaunchTemplateSettings;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What a version of a launch template says, named as in EC2's answers, and what of it the world goes by. */
record TemplateData(ObjectNode xml) {
    /** A network interface lists its groups in elements of another name than {@code item}. */
    private static final String INTERFACE_GROUPS = "groupSet/groupId";

    private static final String INTERFACES = "networkInterfaceSet";
    private static final String ADDRESS = "privateIpAddress";

    /** Data as a request names it. */
    static TemplateData ofRequest(JsonNode request) {
        return new TemplateData(renamed(request, false));
    }

    /** Data that a version without any of its own shows: one interface, as DRS sets up its templates. */
    static TemplateData of(LaunchTemplateSettings settings) {
        ObjectNode xml = Json.object();
        putIfSet(xml, "instanceType", settings.instanceType());
        ObjectNode device = xml.putArray(INTERFACES).addObject();
        device.put("deviceIndex", 0).put("deleteOnTermination", true);
        putIfSet(device, "subnetId", settings.subnetId());
        putIfSet(device, ADDRESS, settings.privateIp());
        if (!settings.securityGroupIds().isEmpty()) {
            settings.securityGroupIds().forEach(device.putArray(INTERFACE_GROUPS)::add);
        }
        return new TemplateData(xml);
    }

    /** This data with members of other data in their place; a list replaces a list as a whole. */
    TemplateData overriddenBy(TemplateData other) {
        ObjectNode merged = xml.deepCopy();
        merged.setAll(other.xml);
        return new TemplateData(merged);
    }

    /** The part that decides how DRS launches. */
    LaunchTemplateSettings settings() {
        JsonNode device = primaryInterface();
        JsonNode groups = device.has(INTERFACE_GROUPS) ? device.get(INTERFACE_GROUPS) : xml.path("securityGroupIdSet");
        List<String> groupIds = new ArrayList<>();
        groups.forEach(group -> groupIds.add(group.asText()));
        return new LaunchTemplateSettings(
                xml.path("instanceType").textValue(), device.path("subnetId").textValue(), groupIds, address(device));
    }

    private JsonNode primaryInterface() {
        for (JsonNode device : xml.path(INTERFACES)) {
            if (device.path("deviceIndex").asInt(0) == 0) {
                return device;
            }
        }
        return Json.object();
    }

    private static String address(JsonNode device) {
        for (JsonNode address : device.path("privateIpAddressesSet")) {
            if (address.path("primary").asBoolean(false)) {
                return address.path(ADDRESS).textValue();
            }
        }
        return device.path(ADDRESS).textValue();
    }

    /** EC2's rule, by which nearly all of its requests and answers differ: a small first letter, Set after a list. */
    private static ObjectNode renamed(JsonNode request, boolean inInterface) {
        ObjectNode answer = Json.object();
        for (Iterator<Map.Entry<String, JsonNode>> each = request.fields(); each.hasNext(); ) {
            Map.Entry<String, JsonNode> member = each.next();
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (value.isArray()) {
                ArrayNode list = answer.putArray(listName(name, inInterface));
                value.forEach(
                        entry -> list.add(entry.isObject() ? renamed(entry, name.equals("NetworkInterface")) : entry));
            } else {
                answer.set(small(name), value.isObject() ? renamed(value, false) : value);
            }
        }
        return answer;
    }

    private static String listName(String name, boolean inInterface) {
        if (inInterface && name.equals("SecurityGroupId")) {
            return INTERFACE_GROUPS;
        }
        return name.equals("LicenseSpecification") ? "licenseSet" : small(name) + "Set";
    }

    private static String small(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static void putIfSet(ObjectNode xml, String name, String value) {
        if (value != null) {
            xml.put(name, value);
        }
    }
}
