package io.jenkins.plugins.drs.simulator.ssm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.environment.RegionSpec.ParameterSpec;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** GetParameter: by name or ARN, with a version after a colon where one is wanted. */
final class Parameters {

    private Parameters() {}

    static ObjectNode get(Call call) {
        String asked = call.text("Name").orElseThrow();
        String name = withoutArn(call.region(), asked);
        int colon = name.indexOf(':');
        String selector = colon < 0 ? "" : name.substring(colon);
        ParameterSpec parameter = find(call, colon < 0 ? name : name.substring(0, colon), selector);
        ObjectNode json = Json.object();
        json.put("Name", parameter.name());
        json.put("Type", parameter.type());
        json.put("Value", shown(parameter, call.flag("WithDecryption")));
        json.put("Version", parameter.version());
        if (!selector.isEmpty()) {
            json.put("Selector", selector);
        }
        json.put("LastModifiedDate", EpochTime.of(call.world().start()));
        json.put("ARN", arn(call.region(), parameter.name()));
        json.put("DataType", "text");
        ObjectNode output = Json.object();
        output.set("Parameter", json);
        return output;
    }

    private static ParameterSpec find(Call call, String name, String selector) {
        List<ParameterSpec> versions = call.region().spec().parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .filter(parameter -> call.hasPassed(parameter.afterSeconds()))
                .sorted(Comparator.comparing(ParameterSpec::version).reversed())
                .toList();
        if (versions.isEmpty()) {
            throw SsmErrors.noParameter(name);
        }
        return versions.stream()
                .filter(version -> selector.isEmpty() || selector.equals(":" + version.version()))
                .findFirst()
                .orElseThrow(() -> SsmErrors.noParameterVersion(name, selector.substring(1)));
    }

    /** A secure string that nobody asked to decrypt is shown as something that is not its value. */
    private static String shown(ParameterSpec parameter, boolean decrypted) {
        if (decrypted || !parameter.type().equals("SecureString")) {
            return parameter.value();
        }
        byte[] stand = ("encrypted value of " + parameter.name()).getBytes(StandardCharsets.UTF_8);
        return "AQICAH" + Base64.getEncoder().encodeToString(stand);
    }

    private static String withoutArn(Region region, String nameOrArn) {
        String prefix = region.arn("ssm", "parameter");
        if (!nameOrArn.startsWith(prefix + "/")) {
            return nameOrArn;
        }
        String path = nameOrArn.substring(prefix.length());
        boolean nested = path.indexOf('/', 1) > 0;
        return nested ? path : path.substring(1);
    }

    private static String arn(Region region, String name) {
        return region.arn("ssm", name.startsWith("/") ? "parameter" + name : "parameter/" + name);
    }
}
