package io.jenkins.plugins.drs.engine.redaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ways to read a text: as it is, and decoded up to three times, each time by any decoder. */
final class Views {
    private static final int DEEPEST = 3;
    private static final int MOST = 90;

    private Views() {}

    /** All different ones, the text itself first. */
    static List<View> of(String text) {
        List<View> views = new ArrayList<>(List.of(View.of(text)));
        Set<String> texts = new HashSet<>(Set.of(text));
        int from = 0;
        for (int depth = 0; depth < DEEPEST; depth++) {
            int end = views.size();
            for (int index = from; index < end; index++) {
                decode(views.get(index), views, texts);
            }
            from = end;
        }
        return views;
    }

    private static void decode(View view, List<View> views, Set<String> texts) {
        for (Decoder decoder : Decoder.values()) {
            View decoded = view.decoded(decoder);
            if (decoded != view && views.size() < MOST && texts.add(decoded.text())) {
                views.add(decoded);
            }
        }
    }
}
