package io.jenkins.plugins.drs.documentation;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Holds Configuration as Code in documents against the settings that classes have. */
final class CodeSettings {
    private static final String ROOT = "unclassified";
    private static final Map<String, Class<?>> SYMBOLS = new ClassFileImporter()
            .importPackages("io.jenkins.plugins.drs.plugin.configuration").stream()
                    .filter(type -> type.isAnnotatedWith(Symbol.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .collect(Collectors.toMap(
                            type -> type.getAnnotation(Symbol.class).value()[0], type -> type));

    private CodeSettings() {}

    static boolean concerns(Snippet snippet) {
        return snippet.kind() != Snippet.Kind.SCRIPT && snippet.text().contains(ROOT + ":");
    }

    static List<String> problems(Snippet snippet) {
        List<String> problems = new ArrayList<>();
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(snippet.text());
        Map<?, ?> roots = (Map<?, ?>) ((Map<?, ?>) document).get(ROOT);
        roots.forEach((symbol, settings) -> {
            Class<?> type = SYMBOLS.get(String.valueOf(symbol));
            if (type == null) {
                problems.add(snippet + ": there is no " + symbol + " to configure");
            } else {
                check(type, (Map<?, ?>) settings, snippet, problems);
            }
        });
        return problems;
    }

    private static void check(Class<?> type, Map<?, ?> settings, Snippet snippet, List<String> problems) {
        Map<String, Type> attributes = attributes(type);
        settings.forEach((name, value) -> {
            Type wanted = attributes.get(String.valueOf(name));
            if (wanted == null) {
                problems.add(snippet + ": there is no " + name + " to set; there are " + attributes.keySet());
            } else if (!fits(wanted, value)) {
                problems.add(snippet + ": " + name + " is a "
                        + wanted.getTypeName().replaceAll(".*\\.", "") + ", but the value is " + value);
            } else {
                inner(wanted, value, snippet, problems);
            }
        });
    }

    private static void inner(Type wanted, Object value, Snippet snippet, List<String> problems) {
        Type element = wanted instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : wanted;
        if (element instanceof Class<?> type && type.getName().startsWith("io.jenkins.plugins.drs.")) {
            for (Object each : value instanceof List<?> list ? list : List.of(value)) {
                if (each instanceof Map<?, ?> settings) {
                    check(type, settings, snippet, problems);
                }
            }
        }
    }

    private static boolean fits(Type wanted, Object value) {
        if (wanted == boolean.class) {
            return value instanceof Boolean;
        }
        if (wanted == int.class || wanted == long.class) {
            return value instanceof Integer;
        }
        if (wanted == double.class) {
            return value instanceof Number;
        }
        return wanted != String.class || value instanceof String;
    }

    /** What can be set on a class: arguments of its constructor, and setters. */
    static Map<String, Type> attributes(Class<?> type) {
        Map<String, Type> attributes = new LinkedHashMap<>();
        Stream.of(type.getConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(DataBoundConstructor.class))
                .flatMap(constructor -> Stream.of(constructor.getParameters()))
                .forEach(parameter -> attributes.put(parameter.getName(), parameter.getParameterizedType()));
        Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .forEach(setter -> attributes.put(name(setter), setter.getGenericParameterTypes()[0]));
        return attributes;
    }

    private static String name(Method setter) {
        return Introspector.decapitalize(setter.getName().substring("set".length()));
    }
}
