package io.housemates.checkout.partner;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import io.housemates.platform.api.InvalidFieldsException;

/**
 * A picture that was sent as a logo and really is one: of a kind we know by its first bytes, decodable, not too large. A heavy
 * one is made lighter.
 */
record LogoFile(LogoType type, String sha256, byte[] bytes) {

    /** Pixels, each way. */
    private static final int LONGEST_SIDE = 2_000;

    /** @throws InvalidFieldsException saying what is wrong with the picture */
    static LogoFile of(byte[] bytes) {
        LogoType type = LogoType.ofFile(bytes).orElseThrow(() -> wrong("must be a PNG, JPEG or WebP picture."));
        BufferedImage picture = decode(type, bytes);
        return bytes.length <= LightLogo.LIGHT ? new LogoFile(type, sha256(bytes), bytes) : lighter(picture);
    }

    private static LogoFile lighter(BufferedImage picture) {
        try {
            byte[] bytes = LightLogo.of(picture);
            return new LogoFile(LogoType.PNG, sha256(bytes), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage decode(LogoType type, byte[] bytes) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
        ImageReader reader = readers.next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            if (reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE) {
                throw wrong("may not be wider or higher than " + LONGEST_SIDE + " pixels.");
            }
            return reader.read(0);
        } catch (InvalidFieldsException e) {
            throw e;
        } catch (IOException | RuntimeException undecodable) {
            throw wrong("cannot be read: it is damaged or cut off.");
        } finally {
            reader.dispose();
        }
    }

    private static InvalidFieldsException wrong(String what) {
        return InvalidFieldsException.of("logo", "The logo " + what);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
