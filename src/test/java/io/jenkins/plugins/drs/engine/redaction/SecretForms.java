package io.jenkins.plugins.drs.engine.redaction;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

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
        all.octets(trimmed);
        return all.forms;
    }

    /** Ways to write a text that can be put around each other. */
    public static List<UnaryOperator<String>> writers() {
        return List.of(
                text -> json(JSON, text),
                text -> json(ASCII, text),
                text -> URLEncoder.encode(text, UTF_8),
                text -> URLEncoder.encode(text, UTF_8).replace("+", "%20"),
                text -> text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"),
                text -> "'" + text.replace("'", "'\\''") + "'",
                text -> text.replace("\"", "\"\""),
                text -> text.replaceAll("(?s)(.{11})", "$1\n"),
                text -> Base64.getEncoder().encodeToString(("user:" + text).getBytes(UTF_8)),
                text -> HexFormat.of().formatHex(text.getBytes(UTF_8)));
    }

    private void octets(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        forms.put("hex with colons", HexFormat.ofDelimiter(":").formatHex(bytes));
        forms.put("hex with spaces", HexFormat.ofDelimiter(" ").formatHex(bytes));
        forms.put("bytes with \\x", HexFormat.of().withPrefix("\\x").formatHex(bytes));
        StringBuilder octal = new StringBuilder();
        StringBuilder units = new StringBuilder();
        for (byte octet : bytes) {
            octal.append("\\%03o".formatted(octet & 0xff));
        }
        for (char unit : secret.toCharArray()) {
            units.append("%%u%04X".formatted((int) unit));
        }
        forms.put("octal bytes", octal.toString());
        forms.put("by escape()", units.toString());
        forms.put(
                "by escapeHtml4",
                secret.replace("&", "&amp;").replace("é", "&eacute;").replace("ß", "&szlig;"));
        forms.put("accents apart", Normalizer.normalize(secret, Normalizer.Form.NFD));
        forms.put("colored", secret.substring(0, 3) + "\u001b[31;1m" + secret.substring(3));
        forms.put("with a zero-width space", secret.substring(0, 3) + "\u200b" + secret.substring(3));
        forms.put("continued on the next line", secret.substring(0, 3) + "\\\n" + secret.substring(3));
        forms.put("Base64 of big-endian UTF-16", Base64.getEncoder().encodeToString(secret.getBytes(UTF_16BE)));
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
