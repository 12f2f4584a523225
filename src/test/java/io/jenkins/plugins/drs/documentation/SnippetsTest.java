package io.jenkins.plugins.drs.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pipeline code in Jenkinsfiles, documents and help is code that Jenkins takes. */
class SnippetsTest {
    private static List<Snippet> snippets;

    private final SnippetCheck check = new SnippetCheck();

    @BeforeAll
    static void find() throws IOException {
        snippets = Snippets.all();
    }

    @Test
    void shouldShowNothingThatStepsDoNotTakeOrReturn() {
        assertThat(snippets.stream().flatMap(snippet -> check.problems(snippet).stream()))
                .isEmpty();
    }

    @Test
    void shouldFindSnippetsWhereverTheyStand() {
        assertThat(snippets)
                .filteredOn(snippet -> snippet.kind() == Snippet.Kind.SCRIPT)
                .extracting(snippet -> snippet.file().toString())
                .contains(
                        "Jenkinsfile",
                        "README.md",
                        "docs/jenkins/steps.md",
                        "docs/jenkins/simulator.md",
                        "samples/jenkins/one-step/Jenkinsfile",
                        "samples/jenkins/composed/Jenkinsfile",
                        "samples/gitops/Jenkinsfile");
        assertThat(snippets)
                .filteredOn(snippet -> snippet.kind() == Snippet.Kind.INLINE)
                .extracting(Snippet::text)
                .contains("r.outputs", "concurrency: 'wait'", "anyReplicationState: true");
        assertThat(snippets.stream().map(Snippet::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Snippet.Kind.values());
    }
}
