package io.jenkins.plugins.drs.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** docs/errors.md has every message that a user can meet, and says what to do. */
class ErrorCatalogueTest {
    /** {@code mvn test -Dtest=ErrorCatalogueTest -Ddocs.write=true} writes it; a question mark stands where a cure is missing. */
    @Test
    void shouldListEveryMessageAsTheSourcesHaveIt() throws Exception {
        ErrorCatalogue page = ErrorCatalogue.read();
        List<UserMessage> messages = ErrorCatalogue.messages();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(ErrorCatalogue.FILE, page.renewed(messages));
            page = ErrorCatalogue.read();
        }

        assertThat(page.missing(messages)).isEmpty();
        assertThat(Files.readString(ErrorCatalogue.FILE))
                .as("run this test with -Ddocs.write=true, then say what to do about new messages")
                .isEqualTo(page.renewed(messages));
    }

    @Test
    void shouldFindMessagesWhereverTheyAreWritten() throws Exception {
        assertThat(ErrorCatalogue.messages())
                .extracting(UserMessage::text)
                .contains(
                        "Its data replication is …, not CONTINUOUS.",
                        "Expected a Region code, but got …",
                        "No Region is given. Add --region, such as --region us-east-1.",
                        "… lacks the permission …/… on … and its parents. Grant it on the folder, or globally (Recover always globally).");
    }

    @Test
    void shouldMissWhatIsNotThereOrSaysNothing() {
        UserMessage one = new UserMessage(UserMessage.Where.JENKINS, "It broke.", Optional.empty());
        UserMessage other = new UserMessage(UserMessage.Where.JENKINS, "It is gone.", Optional.empty());

        assertThat(ErrorCatalogue.of("| `It broke.` | ? |\n").missing(List.of(one, other)))
                .containsExactly("It broke.", "It is gone.");
        assertThat(ErrorCatalogue.of("| `It broke.` | Mend it |\n").missing(List.of(one)))
                .isEmpty();
    }
}
