package io.jenkins.plugins.drs.engine.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lines of a journal by their numbers, of which nothing is kept but how they hang together. Of lines that follow one from the
 * other from the first on, which are all lines of an intact journal, only the last is kept.
 */
final class Links {
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
