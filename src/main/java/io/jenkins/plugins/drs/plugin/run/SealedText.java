package io.jenkins.plugins.drs.plugin.run;

import hudson.util.Secret;
import java.util.Optional;

/** Makes texts unreadable for whoever has only the files of Jenkins and not its keys. */
public interface SealedText {
    /** With the keys with which Jenkins keeps credentials. */
    SealedText JENKINS = new SealedText() {
        @Override
        public String closed(String text) {
            return Secret.fromString(text).getEncryptedValue();
        }

        @Override
        public Optional<String> opened(String sealed) {
            return Optional.ofNullable(Secret.decrypt(sealed)).map(Secret::getPlainText);
        }
    };

    /** The text in a form that can be kept on the disk. */
    String closed(String text);

    /** The text again; empty where the keys are not those with which it was sealed. */
    Optional<String> opened(String sealed);
}
