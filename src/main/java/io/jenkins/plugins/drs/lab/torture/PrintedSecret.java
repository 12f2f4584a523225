package io.jenkins.plugins.drs.lab.torture;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** How the runbooks of a scenario say a secret that they were given; drawn by its seed, made with nothing of the product. */
record PrintedSecret(long seed) {
    /** In what a runbook says: the secret, as it is. */
    static final String PLAIN = "(the secret)";

    /** In what a runbook says: the secret in the form of the seed. */
    static final String FORM = "(the secret in a form)";

    /** What the runbook says, given the secret. */
    String filled(String json, String secret) {
        return json.replace(PLAIN, escaped(secret)).replace(FORM, escaped(form(secret)));
    }

    /** The secret in the form of the seed. */
    String form(String secret) {
        List<String> forms = forms(secret.strip());
        return forms.get((int) Math.floorMod(seed, (long) forms.size()));
    }

    private static List<String> forms(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        String form = URLEncoder.encode(secret, UTF_8);
        String xml = secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        return List.of(
                secret,
                escaped(secret),
                escaped(escaped(secret)),
                form,
                form.replace("+", "%20"),
                xml,
                secret.replace("'", "'\\''"),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().encodeToString((secret + "\n").getBytes(UTF_8)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(("user:" + secret).getBytes(UTF_8)),
                Base64.getMimeEncoder(16, new byte[] {'\n'}).encodeToString(bytes),
                Base64.getEncoder().encodeToString(secret.getBytes(UTF_16LE)),
                HexFormat.of().formatHex(bytes));
    }

    /** As it stands within a string of JSON. */
    static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
