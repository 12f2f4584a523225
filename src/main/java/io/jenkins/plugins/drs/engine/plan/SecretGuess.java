package io.jenkins.plugins.drs.engine.plan;

import java.util.regex.Pattern;

/**
 * Tells which values look like secrets that somebody wrote out instead of referring to them.
 *
 * <p>A guess by names and by the forms of well-known credentials: it finds what people do by mistake, not what they
 * hide. What it finds is warned about and kept out of differences, logs and messages.
 */
public final class SecretGuess {
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(passw(or)?d|passphrase|pwd|secret|token|credential|(api|access|private|signing)[-_ ]?key).*");

    /** Such names say where a secret is, not what it is. */
    private static final Pattern PLACE_NAME = Pattern.compile(
            "(?i).*(arn|name|id|ids|path|ur[il]|version|file|length|policy|parameter|rotation|enabled)");

    private static final Pattern SECRET_VALUE = Pattern.compile("(A3T|AKIA|ASIA)[0-9A-Z]{16}"
            + "|-----BEGIN [A-Z ]*PRIVATE KEY"
            + "|eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"
            + "|[A-Za-z][A-Za-z0-9+.-]{0,20}://[^/\\s:@]{0,100}:[^@/\\s]{1,200}@"
            + "|gh[pousr]_[A-Za-z0-9]{20,}"
            + "|xox[abprs]-[A-Za-z0-9-]{10,}");

    private static final Pattern HARMLESS = Pattern.compile("(?i)|true|false|yes|no|none|[0-9]{1,3}|arn:.*|\\{\\{.*");

    private SecretGuess() {}

    /** Whether the value of a field or parameter of this name looks like a secret. References to secrets do not. */
    public static boolean looksSecret(String name, String value) {
        if (SECRET_VALUE.matcher(value).find()) {
            return true;
        }
        return SECRET_NAME.matcher(name).matches()
                && !PLACE_NAME.matcher(name).matches()
                && !HARMLESS.matcher(value).matches()
                && DynamicReferences.in(value).isEmpty();
    }
}
