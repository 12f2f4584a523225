package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the section that {@link ComparisonSection} writes in a page. Numbers, times and names in it are free, elements,
 * attributes and sentences are not, so that nothing else passes for a comparison.
 */
final class ComparisonForm {
    private static final Pattern SECTION = Pattern.compile(
            "<section aria-labelledby=\"comparison\">(.*?)</section>\\n"
                    + "(?=<section aria-labelledby=\"(servers|actions|checks|cleanup|configuration|audit)\")",
            Pattern.DOTALL);

    private static final String NAME = "[^<>\"\\n]{1,300}";
    private static final String NAMES = "[^<>\"\\n]{1,4000}";
    private static final String LENGTH = "(?:[0-9dhms. ]{1,30}|" + Words.NONE + ")";
    private static final String BADGE =
            "<span class=\"badge tone-(?:warn|good)\">" + "(?:[-+][0-9dhms. ]{1,30}|no longer measured)</span>";
    private static final String CHANGE = "(?:" + BADGE + "|new|same|[-+][0-9dhms. ]{1,30}, about the same)";

    private static final Pattern HEAD = Pattern.compile(
            "<h2 id=\"comparison\">Comparison with the previous execution</h2><p>Compared with [A-Za-z0-9-]{1,100} of "
                    + "(?:[0-9-]{10} [0-9:]{8} UTC|" + Words.NONE + "): (?:" + statuses()
                    + ")\\. The configuration is (?:the same|different)\\.</p>");
    private static final Pattern NAMED = Pattern.compile("(?:<p><strong>Recovered then, but not now: </strong>" + NAMES
            + "</p>)?(?:<p><strong>Not recovered then, but recovered now: </strong>" + NAMES + "</p>)?");
    private static final Pattern FIGURES = table("Figures of both");
    private static final Pattern SERVERS = table("Servers whose recovery time changed most \\([0-9]{1,6} changed\\)");
    private static final Pattern ROW = Pattern.compile("\\n<tr><th scope=\"row\">" + NAME
            + "</th><td class=\"number\">" + LENGTH + "</td><td class=\"number\">" + LENGTH
            + "</td><td class=\"number\">" + CHANGE + "</td></tr>");
    private static final Pattern END_OF_TABLE = Pattern.compile("</tbody></table></div>\\n");
    private static final Pattern NO_SERVER =
            Pattern.compile("<p>No server took more than a tenth longer or shorter\\.</p>");

    private final Matcher rest;

    private ComparisonForm(String content) {
        this.rest = HEAD.matcher(content);
    }

    /** The page without its comparison; the page itself when it holds none in the form that is written. */
    static String removed(String page) {
        Matcher section = SECTION.matcher(page);
        return section.find() && new ComparisonForm(section.group(1)).fits() ? section.replaceFirst("") : page;
    }

    private boolean fits() {
        return takes(HEAD)
                && takes(NAMED)
                && takesTable(FIGURES)
                && (takes(NO_SERVER) || takesTable(SERVERS))
                && rest.regionStart() == rest.regionEnd();
    }

    private boolean takesTable(Pattern head) {
        boolean row = takes(head);
        if (!row) {
            return false;
        }
        while (row) {
            row = takes(ROW);
        }
        return takes(END_OF_TABLE);
    }

    private boolean takes(Pattern next) {
        boolean there = rest.usePattern(next).lookingAt();
        if (there) {
            rest.region(rest.end(), rest.regionEnd());
        }
        return there;
    }

    private static String statuses() {
        return Arrays.stream(ExecutionStatus.values()).map(Words::of).collect(Collectors.joining("|"));
    }

    private static Pattern table(String caption) {
        return Pattern.compile("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + caption
                + "\"><table class=\"plain\"><caption>" + caption + "</caption><thead><tr><th scope=\"col\">What</th>"
                + "<th scope=\"col\">Before</th><th scope=\"col\">Now</th><th scope=\"col\">Change</th></tr></thead>"
                + "<tbody>");
    }
}
