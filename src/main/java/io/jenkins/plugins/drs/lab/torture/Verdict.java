package io.jenkins.plugins.drs.lab.torture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What is to be said of a seed.
 *
 * @param outcome of the run as it was drawn
 * @param broken promises that were not kept
 */
record Verdict(long seed, Outcome outcome, List<Broken> broken) {
    Verdict {
        broken = List.copyOf(broken);
    }

    /** Hash of all bytes of the journal: the same seed gives the same on every machine. */
    String journalHash() {
        String journal = outcome.texts().get(0).content();
        try {
            byte[] bytes = journal.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    boolean isClean() {
        return broken.isEmpty();
    }
}
