package io.housemates.acceptance.support;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

/** Looks that partners give their pages. */
public enum Brand {

    LIGHT("""
            {"colours":{"primary":"#0b6b3a","on_primary":"#ffffff","background":"#fffdf7","text":"#22301f"},"font":"humanist",
             "heading":"Northern Rooms","support_text":"We answer from 9 to 5.","support_email":"help@northern-rooms.example",
             "terms_url":"https://northern-rooms.example/terms","privacy_url":"https://northern-rooms.example/privacy",
             "return_url":"https://northern-rooms.example/back?from=checkout"}"""),

    DARK("""
            {"colours":{"primary":"#8ecbff","on_primary":"#08131c","background":"#111820","text":"#f2f4f7"},"font":"transitional",
             "heading":"Wohnheimvermittlungsgenossenschaft Studierendenunterkünfte eG","languages":["en","zh-CN"],
             "support_text":"Fragen?","return_url":"https://northern-rooms.example/back"}""");

    private final String settings;

    Brand(String settings) {
        this.settings = settings;
    }

    /** Saved, with a logo. */
    public void give(Partner partner) {
        partner.checkout().put("/api/branding", Json.object(settings)).expect(200);
        partner.checkout().put("/api/branding/logo", "image/png", logo()).expect(200);
    }

    /** With the logo saved and all else a draft. @return the preview's address */
    public String previewOf(Partner partner) {
        if (this == LIGHT) {
            partner.checkout().put("/api/branding/logo", "image/png", logo()).expect(200);
        }
        return partner.checkout().post("/api/branding/preview", Json.object(settings)).expect(201).data().at("/item/url")
                .asText();
    }

    private static byte[] logo() {
        var picture = new BufferedImage(480, 96, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x0b6b3a));
        pen.fillRoundRect(0, 0, 96, 96, 28, 28);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 38));
        pen.drawString("Northern Rooms", 114, 62);
        pen.dispose();
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
