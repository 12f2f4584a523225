package io.jenkins.plugins.drs.engine.plan;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds text that people read as a dynamic reference and that is none: with letters of other scripts, of another width or
 * with accents, with hidden characters in it, or with another word or mark before the name of a store.
 */
final class ReferenceLikeness {
    /** Letters and braces of other scripts, and digits, that are drawn as those of {@link #LATIN} at the same place. */
    private static final String ALIKE = "\u0435\u0454\u03B5\u04BD\u1D07" + "0\u043E\u03BF\u03C3\u1D0F" + "5\u0455\uA731"
            + "\u0475\u03BD\u1D20" + "\u0433\u0280" + "1i|\u04CF\u03B9\u029F" + "\u043C\u1D0D" + "\u2774";

    private static final String LATIN = "eeeee" + "ooooo" + "sss" + "vvv" + "rr" + "llllll" + "mm" + "{";

    /** What is drawn as nothing, and accents. */
    private static final Pattern HIDDEN =
            Pattern.compile("[\\p{M}\\p{Cf}\\p{Co}\\p{Cn}\\u115F\\u1160\\u3164\\uFFA0\\u2800]");

    private static final Pattern LIKE = Pattern.compile("\\{\\s*\\{[^a-z{}]*"
            + "(?:resolve(?![\\w.-])|WORD[a-z]?[^a-z{}]{1,3}(?:secretsmanager|ssm)[^a-z0-9_}])"
                    .replace("WORD", String.join("[^a-z{}]{0,2}", "resolve".split(""))));

    private ReferenceLikeness() {}

    /** Whether there is something in {@code text} that reads as the beginning of a reference. */
    static boolean isIn(String text) {
        String plain = HIDDEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder latin = new StringBuilder(plain.length());
        for (char character : plain.toCharArray()) {
            int place = ALIKE.indexOf(character);
            latin.append(place < 0 ? character : LATIN.charAt(place));
        }
        return LIKE.matcher(latin).find();
    }
}
