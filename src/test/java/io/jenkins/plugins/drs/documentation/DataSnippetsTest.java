package io.jenkins.plugins.drs.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** YAML of plans and JSON in documents is what the product takes, and links lead somewhere. */
class DataSnippetsTest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern PLAN = Pattern.compile("(?m)^(protectionGroups|recoveryPlans|targetAccounts):");
    /** A part of a document may refer to other parts. */
    private static final Pattern REFERS = Pattern.compile("There is no (protection group|target account)");

    private static List<MatchResult> blocks(Path page, String language) throws IOException {
        return Pattern.compile("(?ms)^( *)```" + language + "\\n(.*?)^ *```$")
                .matcher(Files.readString(page))
                .results()
                .toList();
    }

    private static List<Path> pages() throws IOException {
        return Snippets.files("", path -> path.toString().endsWith(".md"));
    }

    private static List<String> problems(String yaml) {
        return DocumentReader.read(yaml.getBytes(StandardCharsets.UTF_8), "snippet.yaml").problems().stream()
                .filter(LocatedProblem::isError)
                .map(LocatedProblem::sentence)
                .filter(problem -> !REFERS.matcher(problem).find())
                .toList();
    }

    @Test
    void shouldShowPlansWithoutErrors() throws Exception {
        int plans = 0;
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult block : blocks(page, "yaml")) {
                String yaml = block.group(2).indent(-block.group(1).length());
                if (PLAN.matcher(yaml).find()) {
                    plans++;
                    problems(yaml).forEach(problem -> wrong.add(page + ": " + problem));
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(plans).isGreaterThan(3);
        assertThat(problems("recoveryPlans: [{planName: P, rto: soon, waves: []}]"))
                .hasSize(2);
    }

    @Test
    void shouldShowJsonThatCanBeRead() throws Exception {
        int read = 0;
        for (Path page : pages()) {
            for (MatchResult block : blocks(page, "json")) {
                String json = block.group(2);
                if (!json.contains("...")) {
                    read++;
                    assertThat(JSON.readTree(json).isMissingNode())
                            .as(page + json)
                            .isFalse();
                }
            }
        }

        assertThat(read).isGreaterThan(5);
    }

    @Test
    void shouldLeadOnlyToFilesThatAreThere() throws Exception {
        List<String> lost = new ArrayList<>();
        for (Path page : pages()) {
            Pattern.compile("]\\(([^)#:\\s]+)(?:#[^)]*)?\\)")
                    .matcher(Files.readString(page).replaceAll("(?s)```.*?```", ""))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !Files.exists(page.resolveSibling(link)))
                    .forEach(link -> lost.add(page + ": " + link));
        }

        assertThat(lost).isEmpty();
    }
}
