package io.jenkins.plugins.drs.plugin.configuration.schedule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(displayName, description, script, Boolean.toString(sandbox), schedule)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
