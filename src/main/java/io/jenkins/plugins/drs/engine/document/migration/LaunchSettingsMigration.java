package io.jenkins.plugins.drs.engine.document.migration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Launch settings as the older formats write them, in one place since they share their names. */
final class LaunchSettingsMigration {
    private final Notes notes;

    LaunchSettingsMigration(Notes notes) {
        this.notes = notes;
    }

    /** The settings; what there is no counterpart for is left in {@code source}. */
    ResultObject of(SourceObject source) {
        return new ResultObject()
                .put("instanceType", source.text("instanceType", "InstanceType"))
                .put("subnetId", source.text("subnetId", "SubnetId"))
                .putFilled("securityGroupIds", source.texts("securityGroupIds", "SecurityGroupIds"))
                .put("staticPrivateIp", source.text("staticPrivateIp", "StaticPrivateIp"))
                .put("launchDisposition", source.text("launchDisposition", "LaunchDisposition"))
                .put("copyPrivateIp", flag(source, "copyPrivateIp", "CopyPrivateIp"))
                .put("copyTags", flag(source, "copyTags", "CopyTags"))
                .put("rightSizing", rightSizing(source))
                .put("osByol", osByol(source));
    }

    /** Texts from DynamoDB may say {@code "true"} where a boolean is meant. */
    private static Optional<Object> flag(SourceObject source, String... names) {
        return source.text(names).map(LaunchSettingsMigration::flagOf);
    }

    private static Object flagOf(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return word.equals("true") || word.equals("false") ? (Object) Boolean.valueOf(word) : text;
    }

    private Optional<String> rightSizing(SourceObject source) {
        String[] names = {
            "rightSizing", "targetInstanceTypeRightSizingMethod", "RightSizing", "TargetInstanceTypeRightSizingMethod"
        };
        Optional<String> method = source.text(names);
        if (method.isPresent() && !List.of("NONE", "BASIC", "IN_AWS").contains(method.get())) {
            notes.lost(source.at(), names[1], method.get());
            return Optional.empty();
        }
        return method;
    }

    private static Optional<Object> osByol(SourceObject source) {
        Optional<Object> direct = flag(source, "osByol", "OsByol");
        Optional<Object> nested = Optional.empty();
        for (String name : List.of("licensing", "Licensing")) {
            Optional<SourceObject> licensing = source.has(name) ? source.object(name) : Optional.empty();
            if (licensing.isPresent()) {
                nested = flag(licensing.get(), "osByol", "OsByol");
                licensing.get().tellRest();
            }
        }
        return direct.isPresent() ? direct : nested;
    }

    /** Fields of the group's settings that the server's do not have. */
    static List<String> missing(Map<String, Object> group, Map<String, Object> server) {
        return group.keySet().stream().filter(name -> !server.containsKey(name)).toList();
    }
}
