package io.jenkins.plugins.drs.engine.redaction;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The forms in which runbooks write a secret, made with nothing of what finds them. */
public final class SecretForms {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Map<String, String> forms = new LinkedHashMap<>();

    private SecretForms() {}

    /** Every form by its name. The secret is not blank at its ends but for line breaks. */
    public static Map<String, String> of(String secret) {
        SecretForms all = new SecretForms();
        String trimmed = secret.strip();
        all.forms.put("as it is", secret);
        all.forms.put("without its line break", trimmed);
        all.text(trimmed);
        all.base64(trimmed);
        return all.forms;
    }

    private void text(String secret) {
        forms.put("JSON", json(JSON, secret));
        forms.put("JSON in ASCII", json(ASCII, secret));
        forms.put("JSON within JSON", json(JSON, json(JSON, secret)));
        forms.put("JSON with escaped slashes", json(JSON, secret).replace("/", "\\/"));
        String form = URLEncoder.encode(secret, UTF_8);
        forms.put("form field", form);
        forms.put("form field in small letters", lower(form));
        forms.put("percent-encoded", form.replace("+", "%20").replace("*", "%2A"));
        forms.put("percent-encoded twice", URLEncoder.encode(form, UTF_8));
        forms.put(
                "percent-encoded, every byte",
                HexFormat.ofDelimiter("%")
                        .withPrefix("")
                        .formatHex(secret.getBytes(UTF_8))
                        .replaceFirst("^", "%"));
        String xml = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        forms.put("XML", xml.replace("\"", "&quot;").replace("'", "&apos;"));
        forms.put("HTML", xml.replace("\"", "&#34;").replace("'", "&#39;"));
        forms.put("HTML in hex", xml.replace("\"", "&#x22;").replace("'", "&#x27;"));
        forms.put("within quotation marks of a shell", secret.replace("'", "'\\''"));
        forms.put("by shlex", secret.replace("'", "'\"'\"'"));
        forms.put("within double ones", secret.replaceAll("([\\\\\"$`])", "\\\\$1"));
        forms.put("by printf %q", secret.replaceAll("([^A-Za-z0-9_\\n-])", "\\\\$1"));
        forms.put("SQL", secret.replace("'", "''"));
        forms.put("CSV", secret.replace("\"", "\"\""));
        forms.put("hex", HexFormat.of().formatHex(secret.getBytes(UTF_8)));
        forms.put("HEX", HexFormat.of().withUpperCase().formatHex(secret.getBytes(UTF_8)));
    }

    private void base64(String secret) {
        for (String end : new String[] {"", "\n"}) {
            byte[] bytes = (secret + end).getBytes(UTF_8);
            String named = end.isEmpty() ? "Base64" : "Base64 with a line break";
            forms.put(named, Base64.getEncoder().encodeToString(bytes));
            forms.put(
                    named + ", no padding", Base64.getEncoder().withoutPadding().encodeToString(bytes));
            forms.put(named + " for addresses", Base64.getUrlEncoder().encodeToString(bytes));
            forms.put(
                    named + " in lines",
                    Base64.getMimeEncoder(20, new byte[] {'\n'}).encodeToString(bytes));
            forms.put(named + " in JSON", forms.get(named + " in lines").replace("\n", "\\n"));
        }
        for (String before : new String[] {"a", "ab", "abc"}) {
            byte[] bytes = (before + secret + "xyz").getBytes(UTF_8);
            forms.put("Base64 after " + before, Base64.getEncoder().encodeToString(bytes));
        }
        forms.put("Base64 of UTF-16", Base64.getEncoder().encodeToString(secret.getBytes(UTF_16LE)));
        String once = Base64.getEncoder().encodeToString(secret.getBytes(UTF_8));
        forms.put("Base64 twice", Base64.getEncoder().encodeToString(once.getBytes(UTF_8)));
    }

    private static String lower(String encoded) {
        StringBuilder text = new StringBuilder(encoded);
        for (int at = text.indexOf("%"); at >= 0; at = text.indexOf("%", at + 1)) {
            text.replace(at, at + 3, text.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    private static String json(ObjectMapper mapper, String text) {
        try {
            String quoted = mapper.writeValueAsString(text);
            return quoted.substring(1, quoted.length() - 1);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
