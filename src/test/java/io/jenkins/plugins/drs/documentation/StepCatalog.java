package io.jenkins.plugins.drs.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything that pipeline code may call. */
final class StepCatalog {
    private static final String OTHERS = "/documentation/other-steps.txt";

    private final Map<String, StepModel> steps = new LinkedHashMap<>();

    /** Our steps, and those of others that our documents use. */
    static StepCatalog ofProject() {
        StepCatalog catalog = new StepCatalog();
        others().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(StepCatalog::parse)
                .forEach(catalog::add);
        OwnSteps.all().forEach(step -> catalog.add(step.model()));
        return catalog;
    }

    private void add(StepModel step) {
        if (steps.put(step.name(), step) != null) {
            throw new IllegalStateException("Expected each step once, but " + step.name() + " comes again");
        }
    }

    Optional<StepModel> find(String name) {
        return Optional.ofNullable(steps.get(name));
    }

    private static String others() {
        try (InputStream in = StepCatalog.class.getResourceAsStream(OTHERS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(OTHERS + " cannot be read", e);
        }
    }

    private static StepModel parse(String line) {
        String[] words = line.split(" ");
        Map<String, Argument> arguments = new LinkedHashMap<>();
        boolean block = false;
        boolean open = false;
        for (int index = 1; index < words.length; index++) {
            String word = words[index];
            block |= word.equals("{}");
            open |= word.equals("...");
            if (!word.equals("{}") && !word.equals("...")) {
                Argument argument = argument(word);
                arguments.put(argument.name(), argument);
            }
        }
        return new StepModel(words[0], arguments, block, open);
    }

    private static Argument argument(String word) {
        Argument.Need need =
                switch (word.charAt(0)) {
                    case '*' -> Argument.Need.MANDATORY;
                    case '+' -> Argument.Need.MAIN;
                    default -> Argument.Need.OPTIONAL;
                };
        String name = need == Argument.Need.OPTIONAL ? word : word.substring(1);
        return new Argument(name, Object.class, need, Argument.Values.ANY);
    }
}
