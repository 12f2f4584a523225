package io.jenkins.plugins.drs.plugin.configuration.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobProblemTest {
    private static final Path PAGE = Path.of(
            "src/main/resources/io/jenkins/plugins/drs/plugin/configuration/schedule/PlanJobsMonitor/message.jelly");
    private static final Pattern READ = Pattern.compile("problem\\.(\\w+)");

    @Test
    void shouldHaveAGetterForAllThatTheMonitorShows() throws IOException, IntrospectionException {
        Set<String> readable = Stream.of(
                        Introspector.getBeanInfo(JobProblem.class).getPropertyDescriptors())
                .map(PropertyDescriptor::getName)
                .collect(Collectors.toSet());

        List<String> shown = READ.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();

        assertThat(shown).contains("plan", "message");
        assertThat(readable).containsAll(shown);
    }
}
