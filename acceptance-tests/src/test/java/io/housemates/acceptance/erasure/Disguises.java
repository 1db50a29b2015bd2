package io.housemates.acceptance.erasure;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ways in which a text may stand somewhere without being encrypted. Letter case is the searcher's business. */
final class Disguises {

    private Disguises() {
    }

    /** Bytes by what they are. */
    static Map<String, byte[]> of(String text) {
        var all = new LinkedHashMap<String, byte[]>();
        byte[] plain = text.getBytes(UTF_8);
        all.put("UTF-8", plain);
        all.put("UTF-16LE", text.getBytes(UTF_16LE));
        all.put("UTF-16BE", text.getBytes(UTF_16BE));
        all.put("URL", URLEncoder.encode(text, StandardCharsets.UTF_8).getBytes(UTF_8));
        all.put("JSON", escaped(text).getBytes(UTF_8));
        all.put("hex", HexFormat.of().formatHex(plain).getBytes(UTF_8));
        for (int before = 0; before < 3; before++) {
            String base64 = base64(plain, before);
            all.put("base64 after " + before, base64.getBytes(UTF_8));
            all.put("base64url after " + before, base64.replace('+', '-').replace('/', '_').getBytes(UTF_8));
        }
        return all;
    }

    /** What is the same whatever stands before and behind it. */
    private static String base64(byte[] plain, int before) {
        byte[] shifted = new byte[before + plain.length];
        System.arraycopy(plain, 0, shifted, before, plain.length);
        int first = before == 0 ? 0 : before + 1;
        int end = shifted.length / 3 * 4;
        return Base64.getEncoder().withoutPadding().encodeToString(shifted).substring(first, end);
    }

    private static String escaped(String text) {
        var json = new StringBuilder();
        text.chars().forEach(c -> json.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return json.toString();
    }
}
