package io.jenkins.plugins.drs.engine.online;

import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names that a document takes, made of what somebody wrote into tags; each given out once, whatever its case. */
final class UniqueNames {
    private static final int LONGEST = 128;

    private final Set<String> taken = new HashSet<>();

    /** The wanted name, without what names must not have; with a number where it is taken. */
    String of(String wanted) {
        String name = usable(wanted);
        String unique = name;
        for (int number = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); number++) {
            String suffix = "-" + number;
            unique = cut(name, LONGEST - suffix.length()) + suffix;
        }
        return unique;
    }

    private static String usable(String wanted) {
        StringBuilder name = new StringBuilder();
        wanted.codePoints().forEach(character -> name.appendCodePoint(Shown.isHidden(character) ? '_' : character));
        String stripped = cut(name.toString().strip(), LONGEST);
        return stripped.isEmpty() ? "unnamed" : stripped;
    }

    /** Never cuts a character in two. */
    private static String cut(String name, int length) {
        if (name.length() <= length) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(length - 1)) ? length - 1 : length;
        return name.substring(0, end).strip();
    }
}
