package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.util.ListBoxModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.json.JSONObject;

/** Reads what forms send, and fills their lists of choices. */
final class Forms {
    private Forms() {}

    /** A multi-line text with plain line feeds, as documents have them: browsers send carriage returns, too. */
    static String text(JSONObject form, String field) {
        return form.get(field) instanceof String text ? text.replace("\r\n", "\n") : null;
    }

    /** Takes the words of a text area out of the form. */
    static List<String> words(JSONObject form, String field) {
        return form.remove((Object) field) instanceof String text ? words(text) : new ArrayList<>();
    }

    /** Words between white space and commas. */
    static List<String> words(String text) {
        List<String> words =
                new ArrayList<>(Arrays.asList(Text.orEmpty(text).trim().split("[\\s,;]+")));
        words.removeIf(String::isEmpty);
        return words;
    }

    /** Takes the values of one field of a repeated block out of the form. */
    static List<String> column(JSONObject form, String list, String field) {
        Object blocks = form.remove((Object) list);
        Collection<?> rows =
                blocks instanceof Collection<?> several ? several : blocks == null ? List.of() : List.of(blocks);
        List<String> values = new ArrayList<>();
        for (Object row : rows) {
            if (row instanceof Map<?, ?> block && block.get(field) instanceof String value) {
                values.add(value.replace("\r\n", "\n"));
            }
        }
        return values;
    }

    /** The form without the fields that were left empty, so that these keep their defaults. */
    static JSONObject withoutBlanks(JSONObject form) {
        Map<String, Object> fields = form;
        Set<String> blank = fields.entrySet().stream()
                .filter(field -> field.getValue() instanceof String text && text.isBlank())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        blank.forEach(form::remove);
        return form;
    }

    static <T> List<T> copy(Collection<? extends T> list) {
        return list == null ? new ArrayList<>() : new ArrayList<>(list);
    }

    /** Words of the document, behind a choice that sets nothing. */
    static ListBoxModel choices(String nothing, String... words) {
        ListBoxModel items = new ListBoxModel(new ListBoxModel.Option(nothing, ""));
        for (String word : words) {
            items.add(new ListBoxModel.Option(word, word));
        }
        return items;
    }

    static ListBoxModel yesNo(String nothing) {
        return new ListBoxModel(
                new ListBoxModel.Option(nothing, ""),
                new ListBoxModel.Option(Messages.yes(), "true"),
                new ListBoxModel.Option(Messages.no(), "false"));
    }

    static ListBoxModel onFailure() {
        return new ListBoxModel(
                new ListBoxModel.Option(Messages.onFailure_stop(), "stop"),
                new ListBoxModel.Option(Messages.onFailure_continue(), "continue"));
    }
}
