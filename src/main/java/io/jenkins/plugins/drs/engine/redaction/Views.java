package io.jenkins.plugins.drs.engine.redaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The ways to read a text: as it is, and decoded up to three times, each time by any decoder. One kind of quotation marks alone
 * is read last, and once: it matters only where a secret itself has two marks in a row.
 */
final class Views {
    private static final int DEEPEST = 3;
    private static final int MOST = 600;
    private static final int FEWEST = 60;
    private static final int MOST_CHARACTERS = 20_000_000;
    private static final List<Decoder> LAST = List.of(Decoder.SHELL, Decoder.SQL, Decoder.CSV);
    private static final List<Decoder> ANY = Stream.of(Decoder.values())
            .filter(decoder -> !LAST.contains(decoder))
            .toList();
    private static final int READ_LAST = 1 + ANY.size();

    private Views() {}

    /** All different ones, the text itself first. */
    static List<View> of(String text) {
        List<View> views = new ArrayList<>(List.of(View.of(text)));
        Set<String> texts = new HashSet<>(Set.of(text));
        int most = Math.max(FEWEST, Math.min(MOST, MOST_CHARACTERS / Math.max(1, text.length())));
        int from = 0;
        for (int depth = 0; depth < DEEPEST; depth++) {
            int end = views.size();
            for (int index = from; index < end; index++) {
                decode(ANY, most, views.get(index), views, texts);
            }
            from = end;
        }
        int first = Math.min(views.size(), READ_LAST);
        for (int index = 0; index < first; index++) {
            decode(LAST, Integer.MAX_VALUE, views.get(index), views, texts);
        }
        return views;
    }

    private static void decode(List<Decoder> decoders, int most, View view, List<View> views, Set<String> texts) {
        for (Decoder decoder : decoders) {
            View decoded = view.decoded(decoder);
            if (decoded != view && views.size() < most && texts.add(decoded.text())) {
                views.add(decoded);
            }
        }
    }
}
