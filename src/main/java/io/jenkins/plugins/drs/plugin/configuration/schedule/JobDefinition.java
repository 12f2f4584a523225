package io.jenkins.plugins.drs.plugin.configuration.schedule;

import io.jenkins.plugins.drs.engine.document.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What of a job is made from its plan. Two jobs mean the same when these are the same, whatever else people set.
 *
 * @param script of the pipeline
 * @param sandbox whether the script runs in the sandbox
 * @param schedule when it runs by itself; empty for never
 */
record JobDefinition(String displayName, String description, String script, boolean sandbox, String schedule) {
    /** Line ends and blanks around texts mean nothing: pages change them. */
    JobDefinition {
        displayName = plain(displayName);
        description = plain(description);
        script = plain(script);
        schedule = plain(schedule);
    }

    static String plain(String text) {
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }

    /** Tells meanings apart; 64 hexadecimal digits. */
    String hash() {
        StringBuilder parts = new StringBuilder();
        for (String part : List.of(displayName, description, script, Boolean.toString(sandbox), schedule)) {
            parts.append(part.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(part);
        }
        return Sha256.of(parts.toString().getBytes(StandardCharsets.UTF_8));
    }
}
