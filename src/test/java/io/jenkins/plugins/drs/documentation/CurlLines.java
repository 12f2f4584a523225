package io.jenkins.plugins.drs.documentation;

import io.jenkins.plugins.drs.plugin.build.DrillPage;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** What curl is told: of the simulator it is done, of pages the method is looked up, of Jenkins itself it is known. */
final class CurlLines {
    private static final String SIMULATOR = "http://127.0.0.1:4566";
    private static final Pattern PAGE = Pattern.compile("\\$BUILD_URL/drs/\\$EXECUTION/(\\w+)");
    /** Addresses of Jenkins that are not ours. */
    private static final Set<String> OF_JENKINS = Set.of("$JENKINS_URL/pluginManager/uploadPlugin");

    private CurlLines() {}

    /** @param words behind {@code curl} */
    static List<String> problems(List<String> words) throws IOException, InterruptedException {
        Optional<String> address = words.stream()
                .filter(word -> word.startsWith("http") || word.startsWith("$") && word.contains("_URL/"))
                .findFirst();
        if (address.isEmpty()) {
            return List.of("no address");
        }
        Matcher page = PAGE.matcher(address.get());
        if (page.matches()) {
            return ofPage(page.group(1), words);
        }
        if (address.get().startsWith(SIMULATOR)) {
            return ofSimulator(address.get().substring(SIMULATOR.length()), words);
        }
        return OF_JENKINS.contains(address.get()) ? List.of() : List.of("nobody knows " + address.get());
    }

    private static String after(List<String> words, String option) {
        int at = words.indexOf(option);
        return at < 0 || at + 1 == words.size() ? "" : words.get(at + 1);
    }

    private static List<String> ofPage(String action, List<String> words) {
        String name = "do" + Character.toUpperCase(action.charAt(0)) + action.substring(1);
        Optional<Method> method = Arrays.stream(DrillPage.class.getMethods())
                .filter(known -> known.getName().equals(name))
                .findFirst();
        if (method.isEmpty()) {
            return List.of("the page of a drill has no " + action);
        }
        String field = after(words, "--data-urlencode").replaceAll("=.*", "");
        boolean takes = Arrays.stream(method.get().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParameter.class))
                .anyMatch(parameter -> parameter.getName().equals(field));
        boolean posts = method.get().isAnnotationPresent(RequirePOST.class)
                == after(words, "-X").equals("POST");
        return takes && posts ? List.of() : List.of(action + " is not asked with " + field + " as it is here");
    }

    private static List<String> ofSimulator(String path, List<String> words) throws IOException, InterruptedException {
        String environment = Files.readString(Path.of("samples/three-tier/environment.json"));
        try (Simulator simulator = Simulator.start(SimulatorOptions.of(environment))) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.endpoint() + path))
                    .method(after(words, "-X"), HttpRequest.BodyPublishers.ofString(after(words, "-d")))
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() < 300 ? List.of() : List.of(answer.statusCode() + " " + answer.body());
        }
    }
}
