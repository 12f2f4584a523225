package io.jenkins.plugins.drs.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs {@code ./drs} with stand-ins for Java and Maven. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final int FAILED_TO_START = 4;

    @TempDir
    Path temp;

    private Checkout checkout;

    @BeforeEach
    void checkOut() throws Exception {
        checkout = new Checkout(temp);
        checkout.age();
    }

    @Test
    void shouldBuildOnFirstUseAndStartWithoutMavenAfterwards() throws Exception {
        checkout.withJava("17.0.9").withMaven();

        var first = checkout.run();
        Files.delete(checkout.tools.resolve("mvn"));
        var second = checkout.run();

        assertThat(first.exitCode()).isZero();
        assertThat(first.errors())
                .startsWith("drs: building in " + checkout.root)
                .hasLineCount(1);
        assertThat(second.exitCode()).isZero();
        assertThat(second.errors()).isEmpty();
        assertThat(second.output()).contains("argument io.jenkins.plugins.drs.cli.Drs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "src/main/java/A.java", "src/main/java"})
    void shouldBuildAgainWhenAFileIsNewOrWasRemoved(String changed) throws Exception {
        checkout.withJava("17.0.9").withMaven().run();

        checkout.touch(checkout.root.resolve(changed));
        checkout.run();

        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void shouldBuildAgainWhenASourceChangedDuringTheBuild() throws Exception {
        checkout.withMaven("""
                echo built >> builds
                mkdir -p target/drs
                sleep 0.1
                [ -e edited ] || touch src/main/java/A.java edited
                echo jar > target/aws-drs-orchestration-1.jar
                echo lib/a.jar > target/drs/libraries
                """).withJava("17.0.9").run();

        checkout.run();
        checkout.run();

        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void shouldBuildAgainWhenTheBuildWasCleaned() throws Exception {
        checkout.withJava("17.0.9").withMaven().run();

        try (var built = Files.list(checkout.root.resolve("target/drs"))) {
            for (Path file : built.toList()) {
                Files.delete(file);
            }
        }
        var run = checkout.run();

        assertThat(run.exitCode()).isZero();
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void shouldStartThroughALinkInTheCallersFolderWithArgumentsUntouched() throws Exception {
        checkout.withJava("17.0.9").withMaven();
        Path elsewhere = Files.createDirectories(temp.toRealPath().resolve("some where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("drs"), Path.of("../my projects/drs of mine/drs"));

        var run = checkout.runFrom(elsewhere, link, "drill", "a plan's *.yaml", "", "$HOME");

        assertThat(run.output()).startsWith("in " + elsewhere + "\n").endsWith("""
                argument io.jenkins.plugins.drs.cli.Drs
                argument drill
                argument a plan's *.yaml
                argument\s
                argument $HOME
                """);
    }

    @Test
    void shouldPutTheJarAndItsLibrariesOnTheClassPath() throws Exception {
        var run = checkout.withJava("17.0.9").withMaven().run();

        String target = checkout.root + "/target/";
        assertThat(run.output())
                .containsPattern("argument \\Q" + target + "drs/app-\\E\\d+\\Q.jar:" + target + "lib/a.jar:" + target
                        + "lib/b.jar\\E\n");
    }

    @Test
    void shouldGiveOptionsOfTheUserTheLastWord() throws Exception {
        var run = checkout.withJava("17.0.9")
                .withMaven()
                .with("DRS_OPTS", "-Xmx1g -Dx=y")
                .run();

        assertThat(run.output()).containsSubsequence("argument -Xmx256m", "argument -Xmx1g\nargument -Dx=y\n");
    }

    @Test
    void shouldPassOnTheExitCode() throws Exception {
        var run = checkout.withJava("17.0.9").withMaven().with("EXIT_CODE", "3").run();

        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void shouldSayThatJavaIsMissing() throws Exception {
        var run = checkout.withMaven().run();

        assertThat(run.exitCode()).isEqualTo(FAILED_TO_START);
        assertThat(run.errors()).startsWith("drs: Java 17 or newer is needed, but there is no java on the PATH");
        assertThat(checkout.builds()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_292", "11.0.2", "16", "9-ea"})
    void shouldSayThatJavaIsTooOld(String version) throws Exception {
        var run = checkout.withJava(version).withMaven().run();

        assertThat(run.exitCode()).isEqualTo(FAILED_TO_START);
        assertThat(run.errors())
                .startsWith("drs: Java 17 or newer is needed, but '")
                .contains("is version " + version);
        assertThat(checkout.builds()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "17.0.9", "21-ea", "25.0.1"})
    void shouldTakeAnyJavaThatIsNewEnough(String version) throws Exception {
        assertThat(checkout.withJava(version).withMaven().run().exitCode()).isZero();
    }

    @Test
    void shouldReadTheVersionFromTheReleaseFileOfAJavaHome() throws Exception {
        Path home = temp.resolve("a jdk");
        checkout.withJava(home.resolve("bin"), "17.0.9").with("JAVA_HOME", home.toString());
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"11.0.2\"\n");

        var run = checkout.withMaven().run();

        assertThat(run.errors()).contains("is version 11.0.2");
    }

    @Test
    void shouldSayThatAJavaHomeIsWrong() throws Exception {
        var run = checkout.withJava("17.0.9")
                .withMaven()
                .with("JAVA_HOME", "/no/jdk")
                .run();

        assertThat(run.exitCode()).isEqualTo(FAILED_TO_START);
        assertThat(run.errors())
                .isEqualTo("drs: JAVA_HOME is '/no/jdk', but there is no bin/java in it. "
                        + "Correct JAVA_HOME or unset it.\n");
    }

    @Test
    void shouldSayThatAJavaWithoutCompilerCannotBuild() throws Exception {
        Path home = temp.resolve("a jre");
        checkout.withJava(home.resolve("bin"), "17.0.9").with("JAVA_HOME", home.toString());
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");

        var run = checkout.withMaven().run();

        assertThat(run.exitCode()).isEqualTo(FAILED_TO_START);
        assertThat(run.errors()).contains("needs a JDK, but '" + home + "' has no compiler");
    }

    @Test
    void shouldSayThatMavenIsMissing() throws Exception {
        var run = checkout.withJava("17.0.9").run();

        assertThat(run.exitCode()).isEqualTo(FAILED_TO_START);
        assertThat(run.errors()).startsWith("drs: It must be built first, which needs Maven");
    }

    @Test
    void shouldShowWhatMavenSaysWhenTheBuildFails() throws Exception {
        checkout.withJava("17.0.9").withMaven("echo '[ERROR] A.java is wrong'; exit 1");

        var run = checkout.run();

        assertThat(run.exitCode()).isEqualTo(FAILED_TO_START);
        assertThat(run.errors()).contains("[ERROR] A.java is wrong\ndrs: The build failed.");
        assertThat(run.output()).isEmpty();
    }

    @Test
    void shouldBuildOnceWhenStartedTwiceAtOnce() throws Exception {
        checkout.withJava("17.0.9").withMaven("""
                [ -e building ] && echo two builds at once && exit 1
                echo built >> builds
                touch building
                sleep 0.5
                mkdir -p target/drs
                echo jar > target/aws-drs-orchestration-1.jar
                echo lib/a.jar > target/drs/libraries
                rm building
                """);

        Process one = checkout.start(checkout.root, checkout.root.resolve("drs"));
        Process other = checkout.start(checkout.root, checkout.root.resolve("drs"));

        assertThat(Checkout.finish(one).exitCode()).isZero();
        assertThat(Checkout.finish(other).exitCode()).isZero();
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void shouldNotWaitForABuildThatDied() throws Exception {
        checkout.withJava("17.0.9").withMaven();
        Path lock = Files.createDirectories(checkout.root.resolve("target/drs")).resolve("lock");
        Files.createSymbolicLink(lock, Path.of("999999999"));

        var run = checkout.run();

        assertThat(run.exitCode()).isZero();
        assertThat(lock).doesNotExist();
        assertThat(Files.isSymbolicLink(lock)).isFalse();
    }
}
