package io.housemates.checkout.partner;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How well two colours tell apart, from 1 (the same) to 21 (black and white).
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio and relative luminance</a>
 */
final class Contrast {

    /** WCAG 2.2, 1.4.3: text. */
    static final double TEXT = 4.5;
    /** WCAG 2.2, 1.4.11: the outline of buttons and fields. */
    static final double SHAPE = 3;

    private Contrast() {
    }

    /** @param one {@code #rrggbb}, like the other */
    static double between(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** {@code percent} of one colour and the rest of the other, as {@code color-mix(in srgb, …)} makes it. */
    static String mixed(String one, String other, int percent) {
        StringBuilder mixed = new StringBuilder("#");
        for (int at = 1; at < 7; at += 2) {
            mixed.append(
                    "%02x".formatted(Math.round((byteOf(one, at) * percent + byteOf(other, at) * (100 - percent)) / 100f)));
        }
        return mixed.toString();
    }

    /** A ratio for people, cut and not rounded: what is too low must not read as if it were enough. */
    static String text(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(2, RoundingMode.DOWN).stripTrailingZeros().toPlainString() + ":1";
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = byteOf(colour, at) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int byteOf(String colour, int at) {
        return Integer.parseInt(colour.substring(at, at + 2), 16);
    }
}
