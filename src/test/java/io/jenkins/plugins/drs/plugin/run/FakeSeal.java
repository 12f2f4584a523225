package io.jenkins.plugins.drs.plugin.run;

import java.util.Optional;

/** Writes texts backwards, for those who have the key. */
record FakeSeal(boolean hasKey) implements SealedText {
    @Override
    public String closed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    @Override
    public Optional<String> opened(String sealed) {
        return hasKey ? Optional.of(closed(sealed)) : Optional.empty();
    }
}
