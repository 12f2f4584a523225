package io.jenkins.plugins.drs.engine.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks for every place at which the chain of a journal breaks, where {@link JournalReader} stops at the first.
 *
 * <p>An intact chain proves that no line was changed, removed, added or moved before its last line. It cannot prove that
 * lines were not cut off at the end, or that the last line is as it was written: that takes the hash of the last line,
 * kept elsewhere.
 *
 * <p>Reads line by line: an intact journal takes the room of its longest line, a broken one some 200 bytes more for each line
 * after its first break.
 */
public final class JournalCheck {
    /** A journal that was tampered with in more places of one kind is told by these. */
    private static final int TOLD = 1_000;
    /** No line is longer; what is, was not written by a journal. */
    private static final int LONGEST = 1 << 26;

    private final List<Break> breaks = new ArrayList<>();
    private final Links links = new Links();
    private long place;
    private long untold;

    private final Consumer<JournalLine> lines;

    private JournalCheck(Consumer<JournalLine> lines) {
        this.lines = lines;
    }

    /**
     * What a journal's chain is worth.
     *
     * @param lines how many whole lines it has
     * @param lastHash hash of the last of them; that of nothing when there is none
     * @param tornTail whether something follows without a line break: a crash in the middle of a write leaves that
     * @param breaks in the order of the file, some thousand at most; empty when the chain is intact
     * @param untold how many more breaks there are
     */
    public record Result(long lines, String lastHash, boolean tornTail, List<Break> breaks, long untold) {
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
        return of(file, line -> {});
    }

    /**
     * The same, giving away each line that can be read.
     *
     * @param lines takes them in the order of the file, those too that were changed, moved or added
     */
    public static Result of(Path file, Consumer<JournalLine> lines) throws IOException {
        JournalCheck check = new JournalCheck(lines);
        boolean torn;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            torn = check.read(in);
        }
        int found = check.breaks.size();
        check.links.kept().stream()
                .filter(link -> !check.follows(link))
                .forEach(link -> check.add(check.changed(link), found));
        check.breaks.sort(Comparator.comparingLong(Break::line));
        return new Result(check.place, check.links.lastHash(), torn, check.breaks, check.untold);
    }

    private boolean read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                place++;
                accept(line.toByteArray());
                line.reset();
            } else if (line.size() < LONGEST) {
                line.write(next);
            }
        }
        if (line.size() >= LONGEST) {
            add(new Break(place + 1, "Line " + (place + 1) + " is longer than a journal's lines are."), 0);
        }
        return line.size() > 0;
    }

    private void accept(byte[] bytes) {
        try {
            JournalLine line = JournalLine.parse(new String(bytes, StandardCharsets.UTF_8));
            compareNumbers(line.sequence());
            links.add(new Links.Link(place, line, JournalLine.hash(bytes)));
            lines.accept(line);
        } catch (IllegalArgumentException e) {
            add(new Break(place, "Line " + place + " is no line of a journal."), 0);
        }
    }

    /** @param others breaks of another kind, found before */
    private void add(Break found, int others) {
        if (breaks.size() - others < TOLD) {
            breaks.add(found);
        } else {
            untold++;
        }
    }

    private void compareNumbers(long number) {
        long before = links.lastNumber();
        if (links.has(number)) {
            add(new Break(place, "Line " + place + " repeats number " + number + "."), 0);
        } else if (number > before + 1) {
            String missing =
                    number == before + 2 ? "number " + (before + 1) : "numbers " + (before + 1) + " to " + (number - 1);
            String what = "Line " + place + " has number " + number + ", but " + missing
                    + " should come first: removed, or moved elsewhere.";
            add(new Break(place, what), 0);
        } else if (number <= before) {
            String what = "Line " + place + " has number " + number + " after number " + before + ": moved, or added.";
            add(new Break(place, what), 0);
        }
    }

    /** Whether a line names the hash of the line before it; a line whose predecessor is not there cannot be asked. */
    private boolean follows(Links.Link link) {
        return links.of(link.number() - 1).map(link::follows).orElse(true);
    }

    /** Of two lines that do not fit, the next one tells which was changed. */
    private Break changed(Links.Link link) {
        Optional<Links.Link> before = links.of(link.number() - 1).filter(it -> it.place() > 0);
        Optional<Links.Link> after = links.of(link.number() + 1);
        if (before.isEmpty() || after.filter(it -> !follows(it)).isPresent()) {
            return new Break(
                    link.place(), "Line " + link.place() + " was changed: it does not follow from the one before.");
        }
        long first = before.get().place();
        if (after.isEmpty()) {
            String what = "Line " + first + " or line " + link.place() + ", the last, was changed: they do not fit.";
            return new Break(first, what);
        }
        return new Break(first, "Line " + first + " was changed: the next line names another hash.");
    }

    /**
     * Lines of a journal by their numbers, of which nothing is kept but how they hang together. Of lines that follow one from the
     * other from the first on, which are all lines of an intact journal, only the last is kept.
     */
    private static final class Links {
        private final List<Link> kept = new ArrayList<>();
        private final Map<Long, Link> byNumber = new HashMap<>();
        private Link last = new Link(0, 0, new byte[0], bytes(JournalLine.FIRST_PREVIOUS));
        private boolean intact = true;
        private long intactTo;

        /** @param place in the file, from 1 */
        record Link(long place, long number, byte[] previous, byte[] hash) {
            Link(long place, JournalLine line, String hash) {
                this(place, line.sequence(), bytes(line.previousHash()), bytes(hash));
            }

            boolean follows(Link before) {
                return java.util.Arrays.equals(previous, before.hash);
            }
        }

        /** What is not hexadecimal is no hash of any line. */
        private static byte[] bytes(String hash) {
            try {
                return HexFormat.of().parseHex(hash);
            } catch (IllegalArgumentException e) {
                return new byte[0];
            }
        }

        void add(Link link) {
            intact = intact && link.number() == last.number() + 1 && link.follows(last);
            if (!intact) {
                if (kept.isEmpty()) {
                    byNumber.put(last.number(), last);
                }
                kept.add(link);
                byNumber.putIfAbsent(link.number(), link);
            } else {
                intactTo = link.number();
            }
            last = link;
        }

        /** Number of the last line so far; 0 when there is none. */
        long lastNumber() {
            return last.number();
        }

        String lastHash() {
            return HexFormat.of().formatHex(last.hash());
        }

        boolean has(long number) {
            return number > 0 && (number <= intactTo || byNumber.containsKey(number));
        }

        /** The first line of that number; empty when there is none, or it is one of those that are not kept. */
        Optional<Link> of(long number) {
            return Optional.ofNullable(byNumber.get(number));
        }

        /** From the first line on that does not follow from the one before; empty when all do. */
        List<Link> kept() {
            return kept;
        }
    }
}
