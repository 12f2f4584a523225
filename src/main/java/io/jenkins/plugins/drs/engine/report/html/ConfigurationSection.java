package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.RunInfo;

/** The plan as it was run. */
final class ConfigurationSection {
    private static final int LONGEST = 60_000;

    private final HtmlWriter html;
    private final RunInfo run;

    ConfigurationSection(HtmlWriter html, RunInfo run) {
        this.html = html;
        this.run = run;
    }

    void write() {
        html.in("section", this::content, "aria-labelledby", "configuration");
        html.line();
    }

    private void content() {
        html.element("h2", "Configuration as it was run", "id", "configuration");
        html.in("p", () -> html.text("SHA-256 ")
                .element("code", run.configurationHash())
                .text(" of ")
                .element("a", "configuration.json", "href", html.files() + "configuration.json")
                .text(". Options: " + options() + "."));
        run.configuration()
                .document()
                .filter(text -> text.length() <= LONGEST)
                .ifPresent(text -> html.in("details", () -> {
                    html.element("summary", "Show the configuration");
                    html.in("pre", () -> html.lines(Indented.json(text)), "tabindex", "0");
                }));
    }

    private String options() {
        RunInfo.Options options = run.options();
        return (options.keepInstances() ? "instances are kept" : "instances are terminated")
                + (options.waveByWave() ? ", waves are released one by one" : "")
                + (options.anyReplicationState() ? ", any replication state is accepted" : "");
    }

    /** JSON with line breaks and indents, for people. */
    private static final class Indented {
        private final StringBuilder out = new StringBuilder();
        private int depth;

        private Indented() {}

        /** The same document, with a member or item on each line. */
        static String json(String compact) {
            Indented indented = new Indented();
            boolean text = false;
            for (int index = 0; index < compact.length(); index++) {
                char next = compact.charAt(index);
                boolean escaped = next == '\\' && text;
                if (escaped) {
                    indented.out.append(next).append(compact.charAt(++index));
                } else {
                    text ^= next == '"';
                    indented.accept(next, text);
                }
            }
            return indented.out.toString();
        }

        private void accept(char next, boolean text) {
            if (text || "{}[],:".indexOf(next) < 0) {
                out.append(next);
            } else if (next == '{' || next == '[') {
                depth++;
                newLine(next);
            } else if (next == '}' || next == ']') {
                depth--;
                out.append('\n').append("  ".repeat(depth)).append(next);
            } else if (next == ',') {
                newLine(next);
            } else {
                out.append(": ");
            }
        }

        private void newLine(char after) {
            out.append(after).append('\n').append("  ".repeat(depth));
        }
    }
}
