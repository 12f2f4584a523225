package io.jenkins.plugins.drs.engine.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for every place at which the chain of a journal breaks, where {@link JournalReader} stops at the first.
 *
 * <p>An intact chain proves that no line was changed, removed, added or moved before its last line. It cannot prove that
 * lines were not cut off at the end, or that the last line is as it was written: that takes the hash of the last line,
 * kept elsewhere.
 */
public final class JournalCheck {
    private record Link(long place, JournalLine line, String hash) {}

    private final List<Break> breaks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<Long, Link> byNumber = new HashMap<>();
    private long place;

    private JournalCheck() {}

    /**
     * What a journal's chain is worth.
     *
     * @param lines how many whole lines it has
     * @param lastHash hash of the last of them; that of nothing when there is none
     * @param tornTail whether something follows without a line break: a crash in the middle of a write leaves that
     * @param breaks in the order of the file; empty when the chain is intact
     */
    public record Result(long lines, String lastHash, boolean tornTail, List<Break> breaks) {
        public Result {
            breaks = List.copyOf(breaks);
        }
    }

    /**
     * A place at which the chain breaks.
     *
     * @param line of the file, from 1
     * @param what happened there, as a sentence
     */
    public record Break(long line, String what) {}

    /** Reads a journal to its end. */
    public static Result of(Path file) throws IOException {
        JournalCheck check = new JournalCheck();
        boolean torn;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            torn = check.read(in);
        }
        check.compareHashes();
        List<Link> links = check.links;
        String last = links.isEmpty()
                ? JournalLine.FIRST_PREVIOUS
                : links.get(links.size() - 1).hash();
        check.breaks.sort(java.util.Comparator.comparingLong(Break::line));
        return new Result(check.place, last, torn, check.breaks);
    }

    private boolean read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                line.write(next);
                continue;
            }
            place++;
            accept(line.toByteArray());
            line.reset();
        }
        return line.size() > 0;
    }

    private void accept(byte[] bytes) {
        try {
            JournalLine line = JournalLine.parse(new String(bytes, StandardCharsets.UTF_8));
            Link link = new Link(place, line, JournalLine.hash(bytes));
            compareNumbers(link);
            links.add(link);
            byNumber.putIfAbsent(line.sequence(), link);
        } catch (IllegalArgumentException e) {
            breaks.add(new Break(place, "Line " + place + " is no line of a journal."));
        }
    }

    private void compareNumbers(Link link) {
        long number = link.line().sequence();
        long before = links.isEmpty() ? 0 : links.get(links.size() - 1).line().sequence();
        if (byNumber.containsKey(number)) {
            breaks.add(new Break(place, "Line " + place + " repeats number " + number + "."));
        } else if (number > before + 1) {
            String missing =
                    number == before + 2 ? "number " + (before + 1) : "numbers " + (before + 1) + " to " + (number - 1);
            breaks.add(new Break(
                    place,
                    "Line " + place + " has number " + number + ", but " + missing
                            + " should come first: removed, or moved elsewhere."));
        } else if (number <= before) {
            breaks.add(new Break(
                    place,
                    "Line " + place + " has number " + number + " after number " + before + ": moved, or added."));
        }
    }

    private void compareHashes() {
        for (Link link : links) {
            if (!follows(link)) {
                breaks.add(changed(link));
            }
        }
    }

    /** Whether a line names the hash of the line before it; a line whose predecessor is missing cannot be asked. */
    private boolean follows(Link link) {
        long number = link.line().sequence();
        Link before = byNumber.get(number - 1);
        String expected = number == 1 ? JournalLine.FIRST_PREVIOUS : before == null ? null : before.hash();
        return expected == null || link.line().previousHash().equals(expected);
    }

    /** Of two lines that do not fit, the next one tells which was changed. */
    private Break changed(Link link) {
        Link before = byNumber.get(link.line().sequence() - 1);
        Link after = byNumber.get(link.line().sequence() + 1);
        if (before == null || (after != null && !follows(after))) {
            return new Break(
                    link.place(), "Line " + link.place() + " was changed: it does not follow from the one before.");
        }
        if (after == null) {
            return new Break(
                    before.place(),
                    "Line " + before.place() + " or line " + link.place()
                            + ", the last, was changed: they do not fit.");
        }
        return new Break(before.place(), "Line " + before.place() + " was changed: the next line names another hash.");
    }
}
