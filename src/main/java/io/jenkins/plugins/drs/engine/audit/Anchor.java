package io.jenkins.plugins.drs.engine.audit;

import java.util.Optional;

/**
 * The hash of a journal's last line as it was written down somewhere else: it shows whether the end was cut off or
 * rewritten.
 *
 * @param source where it was found, for people
 * @param events how many lines the journal had; empty when that was not written down
 * @param hash SHA-256 in hexadecimal, in any case
 */
public record Anchor(String source, Optional<Long> events, String hash) {}
