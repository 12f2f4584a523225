package io.jenkins.plugins.drs.documentation;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Sentences in {@code Messages.properties}: what is none, such as a label, does not end with a full stop. */
final class MessageFiles {
    /** What something is for, and why a drill was cancelled by somebody who knows. */
    private static final Pattern DESCRIPTION = Pattern.compile("description$|^permissions\\.|^cancelled\\.");

    private MessageFiles() {}

    static List<UserMessage> all() throws IOException {
        List<UserMessage> found = new ArrayList<>();
        for (Path file : Snippets.files("src/main/resources", path -> path.endsWith("Messages.properties"))) {
            Properties messages = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                messages.load(reader);
            }
            for (String key : new TreeSet<>(messages.stringPropertyNames())) {
                String text = shown(messages.getProperty(key));
                if (text.endsWith(".") && !DESCRIPTION.matcher(key).find()) {
                    found.add(new UserMessage(UserMessage.Where.JENKINS, text, Optional.empty()));
                }
            }
        }
        return found;
    }

    /** As a user sees it, with {@code …} for arguments; of a choice, too. */
    private static String shown(String pattern) {
        String text = pattern;
        while (text.matches("(?s).*\\{[^{}]*}.*")) {
            text = text.replaceAll("\\{[^{}]*}", SourceMessages.VALUE);
        }
        return text.replace("''", "'");
    }
}
