package io.jenkins.plugins.drs.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.audit.AuditCheck.Grade;
import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.history.Comparison;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.journal.JournalCheck;
import io.jenkins.plugins.drs.engine.journal.JournalLine;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.ResultCollector;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCheckerTest {
    @TempDir
    private Path folder;

    private Path journal;
    private String lastHash;

    @BeforeEach
    void writeAnExecution() throws IOException {
        journal = folder.resolve("audit.jsonl");
        lastHash = ExecutionFolder.write(Stories.partialFailure(), folder);
    }

    @Test
    void shouldCallWhatFitsItsOwnFolderConsistentAndNoMore() {
        AuditCheck check = folder(folder, List.of());

        assertThat(check.grade()).isEqualTo(Grade.CONSISTENT);
        assertThat(texts(check))
                .anyMatch(sentence("No hash that was kept elsewhere was compared"))
                .contains(
                        "results.json says what the journal says.",
                        "configuration.json says what the journal says.",
                        "junit.xml says what the journal says.",
                        "servers.csv says what the journal says.",
                        "calls.csv says what the journal says.",
                        "report/index.html says what the journal says.")
                .anyMatch(text -> text.startsWith("waves/01-") && text.endsWith("says what the journal says."));
    }

    @Test
    void shouldProveByAHashThatWasKeptElsewhere() throws IOException {
        Anchor console = Anchor.keptElsewhere("the console", Optional.of((long) lines().size()), lastHash);

        AuditCheck check = folder(folder, List.of(console));

        assertThat(check.grade()).isEqualTo(Grade.PROVEN);
        assertThat(check.findings()).allMatch(it -> it.grade() == Grade.PROVEN);
    }

    @Test
    void shouldNotCallProvenWhatWasWrittenAnewAsAWhole() throws IOException {
        Path forged = folder.resolve("forged");
        ExecutionFolder.write(Stories.allGoesWell(), forged);
        Anchor console = Anchor.keptElsewhere("the console", Optional.empty(), lastHash);

        assertThat(folder(forged, List.of()).grade()).isEqualTo(Grade.CONSISTENT);
        assertThat(folder(forged, List.of(console)).grade()).isEqualTo(Grade.BROKEN);
    }

    @Test
    void shouldNotProveByAHashOfAnotherLineThanThatWhichWasNoted() throws IOException {
        Anchor other = Anchor.keptElsewhere("the build", Optional.of(lines().size() - 1L), lastHash);

        assertThat(AuditChecker.journal(journal, List.of(other)).grade()).isNotEqualTo(Grade.PROVEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "results.json",
                "junit.xml",
                "servers.csv",
                "calls.csv",
                "configuration.json",
                "report/index.html",
                "report/report.js",
                "report/report.css"
            })
    void shouldNameEachArtifactThatWasChangedAndEachThatIsMissing(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] written = Files.readAllBytes(file);
        byte[] changed = written.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(file, changed);
        assertThat(broken(folder(folder, List.of())))
                .singleElement()
                .asString()
                .startsWith(name + " does not say what the journal says");

        Files.write(file, (new String(written, StandardCharsets.UTF_8) + "x").getBytes(StandardCharsets.UTF_8));
        assertThat(broken(folder(folder, List.of()))).hasSize(1);

        Files.delete(file);
        AuditCheck check = folder(folder, List.of());
        assertThat(check.grade()).isEqualTo(Grade.MISSING);
        assertThat(check.count(Grade.MISSING)).isEqualTo(1);
        assertThat(texts(check)).anyMatch(sentence(name + " is missing"));

        Files.createDirectory(file);
        assertThat(broken(folder(folder, List.of()))).hasSize(1);
    }

    @Test
    void shouldNameFilesOfWavesThatWereChangedOrAdded() throws IOException {
        Path wave;
        try (var files = Files.list(folder.resolve("waves"))) {
            wave = files.sorted().findFirst().orElseThrow();
        }
        Files.writeString(wave, Files.readString(wave).replace("\"COMPLETED\"", "\"FAILED\""));
        Files.writeString(folder.resolve("waves/99-forged.json"), "{}");

        assertThat(broken(folder(folder, List.of())))
                .hasSize(2)
                .anyMatch(sentence("waves/" + wave.getFileName() + " does not say"))
                .anyMatch(sentence("waves/99-forged.json is of no wave"));
    }

    @Test
    void shouldFindAMemberThatIsThereTwice() throws IOException {
        Path results = folder.resolve("results.json");
        String text = Files.readString(results);
        Files.writeString(results, text.replaceFirst("\\{", "{\"status\": \"COMPLETED\", "));
        assertThat(broken(folder(folder, List.of())))
                .singleElement()
                .asString()
                .contains("results.json", "Duplicate field 'status'");

        Files.writeString(results, text + "{}");
        assertThat(broken(folder(folder, List.of()))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.3", "1.30", "9.9", "0.1", "1.4.1", "01.5", "-1", "x", ""})
    void shouldCompareResultsWhateverVersionTheyClaim(String version) throws IOException {
        claim(version);

        AuditCheck check = AuditChecker.folder(folder, List.of(), toolOfTheJournal());

        assertThat(check.grade()).isEqualTo(Grade.BROKEN);
        assertThat(broken(check)).singleElement().asString().contains("results.json", "/schemaVersion");
    }

    @Test
    void shouldNotCompareWhatANewerVersionWrote() throws IOException {
        claim("1.5");
        assertThat(folder(folder, List.of()).grade()).isEqualTo(Grade.NEWER);
        assertThat(texts(folder(folder, List.of())))
                .anyMatch(sentence("The artifacts cannot be compared: results.json has version 1.5"));

        claim("1.2");
        assertThat(folder(folder, List.of()).grade()).isEqualTo(Grade.BROKEN);
    }

    private void claim(String version) throws IOException {
        Path results = folder.resolve("results.json");
        String text = Files.readString(results);
        Files.writeString(
                results,
                text.replaceFirst("\"schemaVersion\" : \"[^\"]*\"", "\"schemaVersion\" : \"" + version + "\""));
    }

    private String toolOfTheJournal() throws IOException {
        return Files.readString(journal).replaceAll("(?s)^.*?\"toolVersion\":\"([^\"]*)\".*$", "$1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"results.json", "configuration.json", "waves/"})
    void shouldFindWhatNoProgramWritesIntoJson(String name) throws IOException {
        Path file = name.endsWith("/") ? firstWave() : folder.resolve(name);
        String text = Files.readString(file);
        List<String> forged = List.of(
                "\uFEFF" + text,
                text + "\u0000",
                text + "null",
                text + "/* */",
                text.replaceFirst("\"", "\"a\": 1, \"a\": 1, \""),
                text.replaceFirst(":( ?)\"", ":$1\"\u202E"));
        for (String each : forged) {
            Files.writeString(file, each);

            assertThat(broken(folder(folder, List.of())))
                    .as(each.substring(0, 20))
                    .hasSize(1);
        }
    }

    @Test
    void shouldSayWhatIsNoArtifact() throws IOException {
        Files.writeString(folder.resolve("Results.json"), "{}");
        Files.writeString(folder.resolve("report/index2.html"), "all is well");
        Files.writeString(folder.resolve(".audit.jsonl.lock"), "process 1");

        AuditCheck check = folder(folder, List.of());

        assertThat(check.grade()).isEqualTo(Grade.UNPROVEN);
        assertThat(check.findings().stream().filter(it -> it.grade() == Grade.UNPROVEN))
                .extracting(AuditCheck.Finding::text)
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("Results.json is none of the artifacts"),
                        text -> assertThat(text).startsWith("report/index2.html is none of the artifacts"));
    }

    @Test
    void shouldFindTheArtifactsOfAnotherExecution() throws IOException {
        Path other = folder.resolve("other");
        ExecutionFolder.write(Stories.allGoesWell(), other);
        for (String name : List.of("results.json", "junit.xml", "report/index.html")) {
            Files.copy(other.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(broken(folder(folder, List.of())))
                .anyMatch(sentence("results.json does not say"))
                .anyMatch(sentence("junit.xml does not say"))
                .anyMatch(sentence("report/index.html does not say"));
    }

    @Test
    void shouldCompareResultsOfAnExecutionThatWentOn() throws IOException {
        List<String> lines = lines();
        int cut = lines.size() - 4;
        rewrite(lines.subList(0, cut));
        ResultCollector collector = new ResultCollector();
        EventLog.read(journal, collector::accept);
        new ArtifactFolder(folder).all(collector.result(JournalCheck.of(journal).lastHash()));
        assertThat(folder(folder, List.of()).grade()).isEqualTo(Grade.CONSISTENT);
        rewrite(lines);

        AuditCheck check = folder(folder, List.of());

        assertThat(broken(check)).isEmpty();
        assertThat(texts(check))
                .anyMatch(sentence("The execution went on after results.json was written: it has the hash"))
                .contains("results.json says what the journal says.", "junit.xml says what the journal says.");

        Path junit = folder.resolve("junit.xml");
        Files.writeString(junit, Files.readString(junit).replace("failures=", "failures =") + " ");
        assertThat(broken(folder(folder, List.of()))).singleElement().asString().startsWith("junit.xml");
    }

    /** Whoever cuts off the end of a journal makes its execution one that has not ended. */
    @Test
    void shouldNotBelieveResultsBecauseTheJournalHasNoEnd() throws IOException {
        List<String> lines = lines();
        rewrite(lines.subList(0, lines.size() - 4));
        Path results = folder.resolve("results.json");
        Files.writeString(results, Files.readString(results).replaceAll("(?s),\\s*\"journal\" : \\{.*?\\}", ""));

        assertThat(broken(folder(folder, List.of())))
                .anyMatch(sentence("results.json does not say"))
                .anyMatch(sentence("junit.xml does not say"));

        Files.delete(results);
        assertThat(broken(folder(folder, List.of()))).anyMatch(sentence("junit.xml does not say"));
    }

    private Path firstWave() throws IOException {
        try (var files = Files.list(folder.resolve("waves"))) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    @Test
    void shouldNotTakeAComparisonWithAnotherExecutionForAChange() throws IOException {
        writeComparison();

        AuditCheck check = folder(folder, List.of());

        assertThat(check.grade()).isEqualTo(Grade.UNPROVEN);
        assertThat(texts(check)).anyMatch(sentence("report/index.html says what the journal says, but for"));
    }

    private void writeComparison() throws IOException {
        DrillResult result = Stories.partialFailure().result();
        ResultCollector collector = new ResultCollector();
        EventLog.read(journal, collector::accept);
        DrillSummary before = DrillSummary.of(Stories.allGoesWell().result(), true);
        new ArtifactFolder(folder)
                .all(collector.result(lastHash), Optional.of(Comparison.of(before, DrillSummary.of(result, true))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>The drill succeeded</h1>",
                "<style>main>*:not(:first-child){display:none}</style>",
                "<p>The drill succeeded.</p>",
                "The drill succeeded.",
                "<span class=\"badge tone-good\">+5m</span>"
            })
    void shouldFindWhatNoComparisonSays(String forged) throws IOException {
        writeComparison();
        Path report = folder.resolve("report/index.html");
        String page = Files.readString(report);
        int begin = page.indexOf("<section aria-labelledby=\"comparison\">");
        int end = page.indexOf("</section>", begin);
        for (String place : List.of("</h2>", "</p>", "</tbody>", "</div>\n", "</section>\n")) {
            int at = page.indexOf(place, begin) + place.length();
            Files.writeString(report, page.substring(0, at) + forged + page.substring(at));

            assertThat(at).isLessThan(end + 12);
            assertThat(broken(folder(folder, List.of()))).as(place).hasSize(1);
        }

        String section = page.substring(begin, end) + "</section>\n";
        Files.writeString(report, page.replace(section, section + section));
        assertThat(broken(folder(folder, List.of()))).hasSize(1);

        Files.writeString(report, page.replace(section, "").replace("<main>", "<main>" + section));
        assertThat(broken(folder(folder, List.of()))).hasSize(1);
    }

    static List<byte[]> damagedJournals() {
        return List.of(
                new byte[0],
                "x".getBytes(StandardCharsets.UTF_8),
                "\n\n\n".getBytes(StandardCharsets.UTF_8),
                "garbage\n".getBytes(StandardCharsets.UTF_8),
                new byte[] {0, (byte) 0xFF, (byte) 0xFE, '\n', (byte) 0xC0, 0, '\n'},
                "{\"seq\":1,\"prev\":\",\"event\":{}}\n".getBytes(StandardCharsets.UTF_8),
                "{\"seq\":99999999999999999999,\"prev\":\"\",\"event\":{}}\n".getBytes(StandardCharsets.UTF_8),
                chained("{}"),
                chained("{\"type\":\"Unknown\"}"),
                chained("null"),
                chained("[" + "[".repeat(5_000)),
                ("{\"seq\":1,\"prev\":\"" + "0".repeat(9_000_000) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] chained(String payload) {
        return new JournalLine(1, JournalLine.FIRST_PREVIOUS, payload)
                .text()
                .concat("\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("damagedJournals")
    void shouldFindThatAJournalIsNone(byte[] content) throws IOException {
        Files.write(journal, content);

        assertThat(folder(folder, List.of()).grade()).isEqualTo(Grade.BROKEN);
        assertThat(AuditChecker.journal(journal, List.of(Anchor.keptElsewhere("x", Optional.of(3L), lastHash)))
                        .grade())
                .isEqualTo(Grade.BROKEN);
    }

    @Test
    void shouldFindThatAnotherThingStandsInPlaceOfTheJournal() throws IOException {
        Files.delete(journal);
        assertThat(texts(folder(folder, List.of()))).singleElement().asString().endsWith(" is missing.");

        Files.createDirectory(journal);
        assertThat(texts(folder(folder, List.of()))).singleElement().asString().endsWith(" is no file.");
    }

    private static AuditCheck folder(Path folder, List<Anchor> anchors) {
        return AuditChecker.folder(folder, anchors, "1.0");
    }

    private static List<String> broken(AuditCheck check) {
        return check.findings().stream()
                .filter(it -> it.grade() == Grade.BROKEN)
                .map(AuditCheck.Finding::text)
                .toList();
    }

    @Test
    void shouldNameTheLineOfAnyChangedByte() throws IOException {
        List<String> lines = lines();
        for (int index = 0; index < lines.size() - 2; index++) {
            List<String> changed = new ArrayList<>(lines);
            changed.set(index, changedInTheMiddle(lines.get(index)));
            rewrite(changed);

            AuditCheck check = AuditChecker.journal(journal, List.of());

            assertThat(texts(check)).anyMatch(sentence("Line " + (index + 1) + " was changed"));
            assertThat(check.findings().stream().filter(it -> it.grade() == Grade.BROKEN))
                    .as("line %s", index + 1)
                    .hasSize(1);
        }
    }

    @Test
    void shouldNameTheLineWhoseHashWasChanged() throws IOException {
        List<String> lines = lines();
        lines.set(20, lines.get(20).replaceFirst("\"prev\":\"....", "\"prev\":\"0000"));
        rewrite(lines);

        assertThat(texts(AuditChecker.journal(journal, List.of()))).anyMatch(sentence("Line 21 was changed"));
    }

    @Test
    void shouldSayWhichOfTheLastLinesMayHaveBeenChanged() throws IOException {
        List<String> lines = lines();
        int before = lines.size() - 2;
        lines.set(before, changedInTheMiddle(lines.get(before)));
        rewrite(lines);

        assertThat(texts(AuditChecker.journal(journal, List.of())))
                .anyMatch(sentence("Line " + (before + 1) + " or line " + (before + 2)));
    }

    @Test
    void shouldFindARemovedLine() throws IOException {
        List<String> lines = lines();
        lines.remove(10);
        rewrite(lines);

        AuditCheck check = folder(folder, List.of());

        assertThat(check.grade()).isEqualTo(Grade.BROKEN);
        assertThat(texts(check)).anyMatch(sentence("Line 11 has number 12, but number 11 should come first"));
    }

    @Test
    void shouldFindSwappedLines() throws IOException {
        List<String> lines = lines();
        Collections.swap(lines, 4, 5);
        rewrite(lines);

        assertThat(texts(AuditChecker.journal(journal, List.of())))
                .anyMatch(sentence("Line 5 has number 6, but number 5 should come first"))
                .anyMatch(sentence("Line 6 has number 5 after number 6"));
    }

    @Test
    void shouldFindAnAddedLine() throws IOException {
        List<String> lines = lines();
        lines.add(7, lines.get(3));
        rewrite(lines);

        assertThat(texts(AuditChecker.journal(journal, List.of()))).anyMatch(sentence("Line 8 repeats number 4"));
    }

    @Test
    void shouldFindAnAddedLineThatIsNone() throws IOException {
        List<String> lines = lines();
        lines.add(7, "{}");
        rewrite(lines);

        assertThat(texts(AuditChecker.journal(journal, List.of()))).anyMatch(sentence("Line 8 is no line"));
    }

    @Test
    void shouldFindACutEndByTheAnchorInTheResults() throws IOException {
        List<String> lines = lines();
        rewrite(lines.subList(0, lines.size() - 3));

        assertThat(texts(folder(folder, List.of())))
                .anyMatch(sentence(
                        "The end was cut off: results.json tells of " + lines.size() + " lines, 3 are missing"));
    }

    @Test
    void shouldFindAChangedLastLineByItsAnchorOnly() throws IOException {
        List<String> lines = lines();
        lines.set(lines.size() - 1, changedInTheMiddle(lines.get(lines.size() - 1)));
        rewrite(lines);
        Anchor anchor = Anchor.keptElsewhere("the console", Optional.empty(), lastHash);

        assertThat(AuditChecker.journal(journal, List.of()).grade()).isEqualTo(Grade.CONSISTENT);
        assertThat(AuditChecker.journal(journal, List.of(anchor)).grade()).isEqualTo(Grade.BROKEN);
    }

    @Test
    void shouldSayThatACutEndIsConsistentWithoutAnAnchor() throws IOException {
        rewrite(lines().subList(0, 30));

        AuditCheck check = AuditChecker.journal(journal, List.of());

        assertThat(check.grade()).isEqualTo(Grade.CONSISTENT);
        assertThat(texts(check)).anyMatch(text -> text.contains("or cut off its end"));
    }

    @Test
    void shouldPassOverATornLastLine() throws IOException {
        Files.writeString(journal, Files.readString(journal) + "{\"seq\":9");

        AuditCheck check = folder(folder, List.of());

        assertThat(check.grade()).isEqualTo(Grade.UNPROVEN);
        assertThat(texts(check)).anyMatch(text -> text.contains("stands part of a line"));
    }

    @Test
    void shouldFindResultsThatDoNotSayWhatTheJournalSays() throws IOException {
        Path results = folder.resolve("results.json");
        Files.writeString(
                results, Files.readString(results).replace("\"status\" : \"FAILED\"", "\"status\" : \"VALIDATED\""));

        assertThat(texts(folder(folder, List.of())))
                .anyMatch(sentence(
                        "results.json does not say what the journal says: it differs at /sourceServers/3/status"));
    }

    @Test
    void shouldTakeTheSameResultsInAnotherOrderForTheSame() throws IOException {
        Path results = folder.resolve("results.json");
        var tree = new com.fasterxml.jackson.databind.ObjectMapper().readTree(Files.readString(results));
        var moved = ((com.fasterxml.jackson.databind.node.ObjectNode) tree).remove("schemaVersion");
        ((com.fasterxml.jackson.databind.node.ObjectNode) tree).set("schemaVersion", moved);
        Files.writeString(results, tree.toString());

        assertThat(folder(folder, List.of()).grade()).isEqualTo(Grade.CONSISTENT);
    }

    @Test
    void shouldTellAThousandBreaksAndCountTheOthers() throws IOException {
        List<String> lines = lines();
        List<String> many = new ArrayList<>(lines);
        for (int index = 0; index < 3_000; index++) {
            many.add("no line of a journal");
        }
        rewrite(many);

        AuditCheck check = AuditChecker.journal(journal, List.of());

        assertThat(texts(check)).contains("... and 2980 more places.");
    }

    @Test
    void shouldFindALineThatWasMovedFarBack() throws IOException {
        List<String> lines = lines();
        lines.add(lines.size() - 5, lines.remove(3));
        rewrite(lines);

        assertThat(texts(AuditChecker.journal(journal, List.of())))
                .anyMatch(sentence("Line 4 has number 5, but number 4 should come first"))
                .anyMatch(sentence("Line " + (lines.size() - 4) + " has number 4 after number"));
    }

    @Test
    void shouldFindAnotherConfiguration() throws IOException {
        Path file = folder.resolve("configuration.json");
        Files.writeString(file, Files.readString(file).replace("3-Tier", "2-Tier"));

        assertThat(texts(folder(folder, List.of())))
                .anyMatch(sentence("configuration.json does not say what the journal says"));
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(journal));
    }

    private void rewrite(List<String> lines) throws IOException {
        Files.write(journal, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Another letter or digit where the event's time stands: the line stays a line. */
    private static String changedInTheMiddle(String line) {
        int place = line.indexOf("\"at\":\"") + 9;
        char other = line.charAt(place) == '9' ? '8' : '9';
        return line.substring(0, place) + other + line.substring(place + 1);
    }

    private static List<String> texts(AuditCheck check) {
        return check.findings().stream().map(AuditCheck.Finding::text).toList();
    }

    private static java.util.function.Predicate<String> sentence(String start) {
        return text -> text.startsWith(start);
    }
}
