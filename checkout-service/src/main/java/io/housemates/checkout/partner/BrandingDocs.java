package io.housemates.checkout.partner;

/** What the OpenAPI document says at both doors to a branding. */
final class BrandingDocs {

    static final String PUT = "Every member is optional; what is absent, null or blank is left to the defaults, unknown members are ignored. Of two "
            + "requests at once the later one stays. Colours are #rrggbb and must tell apart (WCAG 2.2): on_primary on primary, text on background "
            + "and primary on background 4.5:1. heading: one line of plain text, at most 80 characters, default the partner's name; support_text: "
            + "plain text, at most 500. Links are https, at most 2,000 characters. return_url: where students go afterwards, with "
            + "a query parameter result added to it, a JWT that /.well-known/jwks.json verifies. languages: some of en, es, zh-CN; the first is for "
            + "students who ask for none of them. 422 names every wrong field at once.";

    static final String LOGO = "The body is the picture: PNG, JPEG or WebP, at most 200 KiB, at most 2000 pixels wide and high. SVG is not accepted. "
            + "One of more than 30 KiB is made smaller, so that pages stay light. "
            + "Pages show it from our own address, so students' browsers ask nobody else. 422 on logo says what is wrong with it, 413 that it is too large.";

    static final String PREVIEW = "Every page with sample data, in every language, at an address that opens without credentials for an hour; nothing can be "
            + "booked or paid there. Send what you would PUT to see it before it is saved (422 as there), with the logo that is saved; send no body to see what "
            + "is saved. A partner keeps its 20 newest previews.";

    static final String EXAMPLE = """
            {"colours":{"primary":"#0b6b3a","on_primary":"#ffffff","background":"#fffdf7","text":"#22301f"},\
            "font":"humanist","heading":"Northern Rooms","support_text":"Questions? We answer from 9 to 5.",\
            "support_email":"help@northern-rooms.example","terms_url":"https://northern-rooms.example/terms",\
            "privacy_url":"https://northern-rooms.example/privacy",\
            "return_url":"https://northern-rooms.example/booked?from=checkout","languages":["en","zh-CN"]}""";

    private BrandingDocs() {
    }
}
