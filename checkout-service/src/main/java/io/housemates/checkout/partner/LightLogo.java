package io.housemates.checkout.partner;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

/** Makes a logo that is heavy for a phone as small as the place where pages show it. */
final class LightLogo {

    /** Bytes; half of what a whole page may weigh. */
    static final int LIGHT = 30 * 1024;

    /** Pixels of the place. */
    private static final double WIDTH = 160;
    private static final double HEIGHT = 36;
    /** Dots to a pixel on the finest screens. */
    private static final int FINEST = 3;

    private LightLogo() {
    }

    /** As a PNG, as fine as is still light; at one dot to a pixel any picture is. */
    static byte[] of(BufferedImage picture) throws IOException {
        byte[] smaller = png(fitted(picture, FINEST));
        for (int dots = FINEST - 1; smaller.length > LIGHT && dots > 0; dots--) {
            smaller = png(fitted(picture, dots));
        }
        return smaller;
    }

    private static BufferedImage fitted(BufferedImage picture, int dots) {
        double factor = Math.min(1, Math.min(WIDTH * dots / picture.getWidth(), HEIGHT * dots / picture.getHeight()));
        int width = Math.max(1, (int) (picture.getWidth() * factor));
        int height = Math.max(1, (int) (picture.getHeight() * factor));
        var fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = fitted.createGraphics();
        pen.drawImage(picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return fitted;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        }
    }
}
