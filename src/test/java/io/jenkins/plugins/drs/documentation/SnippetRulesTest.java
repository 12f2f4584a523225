package io.jenkins.plugins.drs.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of {@link SnippetCheck} finds what it is for, and leaves alone what is right. */
class SnippetRulesTest {
    private static final SnippetCheck CHECK = new SnippetCheck();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "drsDril planText: plan | there is no step drsDril",
                "drsDrill planTxt: plan | drsDrill has no argument planTxt",
                "drsDrill planText: plan, keepInstances: 'true' | argument keepInstances is a boolean",
                "drsDrill planText: plan, timeoutMinutes: '5' | argument timeoutMinutes is a int",
                "drsDrill planText: plan, timeoutMinutes: null | argument timeoutMinutes is a int",
                "drsDrill planText: [plan] | argument planText is a String",
                "drsDrill planText: plan, onPartial: 'unstabel' | but got 'unstabel'",
                "drsDrill planText: plan, concurrency: 'queue' | but got 'queue'",
                "drsImport file: 'a.json', onConflict: 'replace' | but got 'replace'",
                "ssmAction document: 'X', parameters: 'Url=x' | argument parameters is a Map",
                "drsDrill 'dr/plan.yaml' | drsDrill wants names",
                "drsWave 'Database', 'Web' | drsWave wants names",
                "drsWave 'Database', planText: plan | but not both",
                "drsRecover planText: plan | drsRecover wants the argument confirm",
                "drsDrill(planText: plan) { echo 'in it' } | drsDrill takes no block",
                "drsWaves(planText: plan) { drsWav 'Database' } | there is no step drsWav",
                "ecko 'hello' | there is no step ecko",
                "drsDrill planText: plan { | is no Groovy",
                "def f(p) { drsDrill planTxt: p } | has no argument planTxt",
            })
    void shouldFindCallThatNoStepTakes(String script, String problem) {
        assertThat(problems(Snippet.Kind.SCRIPT, script))
                .singleElement()
                .asString()
                .contains(problem);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "echo r.state | there is no state",
                "echo \"${r.rtoSecs} s\" | there is no rtoSecs",
                "echo r.waves[0].server | there is no server",
                "r.waves[0].servers.each { echo it.ec2Id } | there is no ec2Id",
                "r.waves.collect { w -> w.servers.find { s -> s.host } } | there is no host",
                "for (w in r.waves) { echo w.title } | there is no title",
                "echo r.waves*.state.join(', ') | there is no state",
                "echo r.waves.servers.ip | there is no ip",
                "echo r['stat'] | there is no stat",
                "echo r.get('stat') | there is no stat",
                "echo r.getStatus() | there is no method getStatus",
                "echo r.status.name | there is no name of a text",
                "if (r.status == 'SUCCESS') { echo 'good' } | it is never SUCCESS",
                "if (r.waves[0].status != 'DONE') { echo 'bad' } | it is never DONE",
                "r.waves[0].servers.count { it.status == 'OK' } | it is never OK",
                "echo r.cleanup.leftBehind[0].name | there is no name",
                "echo r.findings[0].text | there is no text",
                "def again = r; echo again.wave | there is no wave",
            })
    void shouldFindReadingOfWhatNoResultHolds(String script, String problem) {
        String text = "def r = drsDrill planText: plan\n" + script;

        assertThat(problems(Snippet.Kind.SCRIPT, text))
                .singleElement()
                .asString()
                .contains(":3: ", problem);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "def w = drsWave wave: 'Web', planText: plan; echo w.waves[0] | there is no waves",
                "drsWaves(planText: plan) { def w = drsWave 'Web'; echo w.executionId } | there is no executionId",
                "def r = drsWaves(planText: plan) { drsWave 'Web' }; echo r.servers | there is no servers",
                "def a = ssmAction document: 'X'; echo a.output | there is no output",
                "def a = ssmAction document: 'X'; if (a.outcome == 'Success') { echo 'y' } | it is never Success",
                "def e = drsExport file: 'x.json', planFile: 'y.yaml'; echo e.path | there is no path",
                "def i = drsImport file: 'x.json'; echo i.errors | there is no errors",
                "def r = node { drsCheck planFile: 'x' }; echo r.check | there is no check",
            })
    void shouldKnowWhatEachStepReturns(String script, String problem) {
        assertThat(problems(Snippet.Kind.SCRIPT, script))
                .singleElement()
                .asString()
                .contains(problem);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "stages { stage('a') { steps { echo 'x' } } }; always { echo 'x' } | pipeline has no section always",
                "stages { stage('a') { steps { def r = drsDrill() } } } | steps holds steps alone",
                "stages { stage('a') { steps { if (x) { echo 'x' } } } } | steps holds steps alone",
                "stages { stage('a') { echo 'x' } } | stage has no section echo",
                "stages { stage('a') { steps { drsDrill plan: 5 } } } | argument plan is a String",
                "stages { stage('a') { steps { script { drsDrill plann: 'x' } } } } | has no argument plann",
                "stages { stage('a') { steps { node { drsDrill plann: 'x' } } } } | has no argument plann",
                "stages { stage('a') { steps { echo 'x' } } }; post { failed { echo 'x' } } | post has no section failed",
                "options { disableBuilds() }; stages { stage('a') { steps { echo 'x' } } } | there is no step disableBuilds",
            })
    void shouldFindWhatNoDeclarativePipelineHolds(String script, String problem) {
        assertThat(problems(Snippet.Kind.SCRIPT, "pipeline { agent any; " + script + " }"))
                .singleElement()
                .asString()
                .contains(problem);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "drsSyncronize | there is no step drsSyncronize",
                "drsDrill plan: | is no Groovy",
                "drsWave onPartial: 'never' | but got 'never'",
                "concurrency: 'queue' | but got 'queue'",
                "keepInstances: 'yes' | argument keepInstances is a boolean",
                "r.outcomes | there is no outcomes",
            })
    void shouldFindMistakesWithinSentences(String words, String problem) {
        assertThat(problems(Snippet.Kind.INLINE, words))
                .isNotEmpty()
                .first()
                .asString()
                .contains(problem);
    }

    @Test
    void shouldLeaveAloneWhatIsRight() {
        String script = """
                def health(Map r) { return r.status == 'COMPLETED' }
                def again = { drsCleanup planText: it }
                def r = drsDrill(planText: plan, credentialsId: "aws-${env.STAGE}", timeoutMinutes: minutes)
                def lost = r.waves.collect { it.servers.findAll { s -> s.status == 'FAILED' } }
                echo "${r.waves[0].servers*.hostname} ${r.cleanup.leftBehind.collect { it.id }} ${r.findings[0].remedy}"
                def a = ssmAction 'X'
                echo "${a.outputs.anything} ${health(r)}"
                again(plan)
                """;

        assertThat(problems(Snippet.Kind.SCRIPT, script)).isEmpty();
        assertThat(List.of("rto: PT1H", "onPartial", "drsWaves { }", "node", "r.status", "sh", "timeoutMinutes: n"))
                .allSatisfy(words ->
                        assertThat(problems(Snippet.Kind.INLINE, words)).isEmpty());
    }

    private List<String> problems(Snippet.Kind kind, String text) {
        Path file = Path.of("src/main/resources/io/jenkins/plugins/drs/plugin/steps/SsmActionStep/help.html");
        return CHECK.problems(new Snippet(file, 2, kind, text));
    }
}
