package io.jenkins.plugins.drs.engine.redaction;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides which values can be told from other text. Replacing the others would make texts unreadable and hide nothing. */
public final class Redactable {
    /** In characters. Shorter ones stand in sentences, ids and times by chance. */
    public static final int SHORTEST = 6;

    private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,7}");
    private static final Pattern ONE_CHARACTER = Pattern.compile("(.)\\1*");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+){1,3}-[0-9]");
    private static final Set<String> WORDS = Set.of(
            ("password passwd passphrase secret secrets credential credentials username private public default enabled "
                            + "disabled undefined unknown string integer boolean number object localhost administrator "
                            + "ec2-user postgres postgresql aurora-mysql aurora-postgresql mariadb oracle sqlserver mongodb "
                            + "database service server production staging testing development example changeme running "
                            + "pending success failed failure timedout cancelled completed inprogress started stopped "
                            + "automation execution recovery message result output outputs")
                    .split(" "));

    private Redactable() {}

    /** Whether the value as a whole can be told from other text. */
    static boolean canBeFound(String value) {
        return !isShort(value.strip()) && !isCommon(value.strip());
    }

    private static boolean isShort(String text) {
        return text.length() < SHORTEST;
    }

    private static boolean isCommon(String text) {
        return WORDS.contains(text.toLowerCase(Locale.ROOT))
                || SMALL_NUMBER.matcher(text).matches()
                || ONE_CHARACTER.matcher(text).matches()
                || REGION.matcher(text).matches();
    }

    /** Why a value cannot be redacted, as the end of a sentence that begins with "it"; empty when it can be. */
    public static Optional<String> reasonAgainst(String value) {
        String text = value.strip();
        if (isShort(text)) {
            return Optional.of("is shorter than " + SHORTEST + " characters");
        }
        if (isCommon(text)) {
            return Optional.of("is a common word, number or Region");
        }
        return SecretParts.hasSmallOnes(text)
                ? Optional.of("holds values that are shorter than " + SHORTEST + " characters")
                : Optional.empty();
    }
}
