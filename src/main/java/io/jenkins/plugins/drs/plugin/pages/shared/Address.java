package io.jenkins.plugins.drs.plugin.pages.shared;

import hudson.Util;
import hudson.model.Job;
import io.jenkins.plugins.drs.plugin.build.DrillRow;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.KnownDrill;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;

/** Addresses below Jenkins' root, and which of them the reader may know of. Names may hold anything, so what paths do not take goes in as numbers. */
public final class Address {
    public static final String ROOT = "disaster-recovery";

    private static final char ESCAPE = '~';
    private static final String UNSAFE = "/\\;%?#~";

    private Address() {}

    /** The page of an item, relative to Jenkins' root, with a slash at its end. */
    public static String item(String kind, String name) {
        return ROOT + "/" + kind + "/item/" + Util.rawEncode(token(name)) + "/";
    }

    public static String list(String kind) {
        return ROOT + "/" + kind + "/";
    }

    /** A step of a path that is not empty, not dots alone, and has nothing that proxies or Jenkins refuse. */
    static String token(String name) {
        StringBuilder token = new StringBuilder();
        boolean dots = name.chars().allMatch(character -> character == '.');
        for (char character : name.toCharArray()) {
            if (dots || UNSAFE.indexOf(character) >= 0 || Character.isISOControl(character)) {
                token.append(ESCAPE).append(String.format("%04x", (int) character));
            } else {
                token.append(character);
            }
        }
        return token.toString();
    }

    /** The name of which {@link #token} made that; any other text stays as it is. */
    public static String name(String token) {
        StringBuilder name = new StringBuilder();
        for (int at = 0; at < token.length(); at++) {
            if (token.startsWith(String.valueOf(ESCAPE), at) && isNumber(token, at + 1)) {
                name.append((char) Integer.parseInt(token.substring(at + 1, at + 5), 16));
                at += 4;
            } else {
                name.append(token.charAt(at));
            }
        }
        return name.toString();
    }

    private static boolean isNumber(String token, int from) {
        return from + 4 <= token.length() && token.substring(from, from + 4).matches("[0-9a-f]{4}");
    }

    /** The page of a job, relative to Jenkins' root, with a slash at its end. */
    public static String job(String fullName) {
        StringBuilder url = new StringBuilder();
        for (String step : fullName.split("/")) {
            url.append("job/").append(Util.rawEncode(step)).append('/');
        }
        return url.toString();
    }

    public static DrillRow row(KnownDrill drill) {
        return new DrillRow(drill, () -> job(drill.job()));
    }

    /** Tells of each execution whether the current user may view it; asks once for each job. */
    public static Predicate<KnownDrill> visible() {
        Map<String, Boolean> known = new HashMap<>();
        return drill -> known.computeIfAbsent(drill.job(), Address::mayView);
    }

    private static boolean mayView(String job) {
        try {
            Job<?, ?> found = Jenkins.get().getItemByFullName(job, Job.class);
            return found != null && found.hasPermission(DisasterRecoveryPermissions.VIEW);
        } catch (AccessDeniedException e) {
            return false;
        }
    }
}
