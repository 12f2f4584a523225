package io.jenkins.plugins.drs.engine.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/** The forms of a secret that cannot be read back character by character: Base64 at any place of the encoded text, and hex. */
final class Encodings {
    private final Set<String> forms = new LinkedHashSet<>();

    private Encodings() {}

    /** The text itself and its encoded forms. */
    static Set<String> of(String text) {
        Encodings all = new Encodings();
        all.forms.add(text);
        all.bytes(text.getBytes(StandardCharsets.UTF_8));
        all.bytes(text.getBytes(StandardCharsets.UTF_16LE)); // PowerShell
        all.whole(text);
        return all.forms;
    }

    private void bytes(byte[] bytes) {
        for (int offset = 0; offset < 3; offset++) {
            core(bytes, offset);
        }
        HexFormat hex = HexFormat.of();
        forms.add(hex.formatHex(bytes));
        forms.add(hex.withUpperCase().formatHex(bytes));
    }

    /** The characters of a Base64 text that the bytes alone decide, when {@code offset} bytes of others stand before them. */
    private void core(byte[] bytes, int offset) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        base64(encoded.substring((8 * offset + 5) / 6, 8 * shifted.length / 6));
    }

    /** With the characters at the end that whatever follows decides, where what follows is known. */
    private void whole(String text) {
        for (String end : Arrays.asList("", "\n", "\r\n")) {
            String once = Base64.getEncoder().encodeToString((text + end).getBytes(StandardCharsets.UTF_8));
            base64(once);
            base64(once.replace("=", ""));
        }
    }

    private void base64(String form) {
        if (form.length() >= Redactable.SHORTEST) {
            forms.add(form);
            forms.add(form.replace('+', '-').replace('/', '_'));
        }
    }
}
