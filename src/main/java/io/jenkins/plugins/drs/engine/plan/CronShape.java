package io.jenkins.plugins.drs.engine.plan;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a schedule has the shape of Jenkins' cron syntax. Says nothing about when it fires. */
public final class CronShape {
    private static final Set<String> ALIASES =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final List<Field> FIELDS = List.of(
            new Field("minute", 0, 59),
            new Field("hour", 0, 23),
            new Field("day of month", 1, 31),
            new Field("month", 1, 12),
            new Field("day of week", 0, 7));
    private static final Pattern ITEM = Pattern.compile(
            "(?:\\*|(?<from>\\d{1,4})(?:-(?<to>\\d{1,4}))?|H(?:\\((?<hfrom>\\d{1,4})-(?<hto>\\d{1,4})\\))?)(?:/(?<step>\\d{1,4}))?");
    private static final String ZONE = "TZ=";

    private CronShape() {}

    private record Field(String name, int lowest, int highest) {}

    /** What is wrong with the first faulty line; empty when the schedule is well-formed. */
    public static Optional<String> mistake(String schedule) {
        String[] lines = schedule.split("\\R");
        boolean hasEntry = false;
        for (int index = 0; index < lines.length; index++) {
            String line = lines[index].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Optional<String> mistake = line.startsWith(ZONE) ? zone(line, index) : entry(line);
            if (mistake.isPresent()) {
                return mistake;
            }
            hasEntry |= !line.startsWith(ZONE);
        }
        return hasEntry ? Optional.empty() : Optional.of("The schedule has no entry");
    }

    private static Optional<String> zone(String line, int index) {
        if (index != 0) {
            return Optional.of("The time zone " + Shown.quoted(line) + " is not on the first line");
        }
        try {
            ZoneId.of(line.substring(ZONE.length()).strip());
            return Optional.empty();
        } catch (DateTimeException unknown) {
            return Optional.of("The time zone " + Shown.quoted(line) + " does not exist");
        }
    }

    private static Optional<String> entry(String line) {
        if (line.startsWith("@")) {
            return ALIASES.contains(line)
                    ? Optional.empty()
                    : Optional.of("Expected an alias such as @weekly, but got " + Shown.quoted(line));
        }
        String[] fields = line.split("[ \\t]+");
        if (fields.length != FIELDS.size()) {
            return Optional.of("Expected five fields, but " + Shown.quoted(line) + " has " + fields.length);
        }
        for (int index = 0; index < fields.length; index++) {
            for (String item : fields[index].split(",", -1)) {
                if (!fits(item, FIELDS.get(index))) {
                    return Optional.of(mistakeIn(item, FIELDS.get(index)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(String item, Field field) {
        Matcher matcher = ITEM.matcher(item);
        return matcher.matches()
                && range(matcher.group("from"), matcher.group("to"), field)
                && range(matcher.group("hfrom"), matcher.group("hto"), field)
                && step(matcher.group("step"), matcher.group("from"), matcher.group("to"));
    }

    private static boolean range(String from, String to, Field field) {
        if (from == null) {
            return true;
        }
        int first = Integer.parseInt(from);
        int last = to == null ? first : Integer.parseInt(to);
        return field.lowest() <= first && first <= last && last <= field.highest();
    }

    /** A step needs something to step through: a single number has no steps. */
    private static boolean step(String step, String from, String to) {
        return step == null || Integer.parseInt(step) > 0 && (from == null || to != null);
    }

    private static String mistakeIn(String item, Field field) {
        return "Expected a " + field.name() + " from " + field.lowest() + " to " + field.highest() + ", but got "
                + Shown.quoted(item);
    }
}
