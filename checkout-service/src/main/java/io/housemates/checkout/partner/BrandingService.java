package io.housemates.checkout.partner;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** What both doors to a partner's branding do: check, keep, and show what pages will show from now on. */
@ApplicationScoped
class BrandingService {

    private final Brandings brandings;
    private final Logos logos;
    private final Previews previews;

    BrandingService(Brandings brandings, Logos logos, Previews previews) {
        this.brandings = brandings;
        this.logos = logos;
        this.previews = previews;
    }

    Uni<Branding> of(String partnerId) {
        return brandings.of(partnerId);
    }

    Uni<Branding> put(String partnerId, JsonNode body) {
        return brandings.put(partnerId, BrandingReader.read(body));
    }

    /** @param draft null: what is saved */
    Uni<PreviewLink> preview(String partnerId, JsonNode draft) {
        return previews.make(partnerId, draft == null || draft.isMissingNode() ? null : BrandingReader.read(draft));
    }

    /** Decodes the picture on the caller's thread. */
    Uni<Branding> putLogo(String partnerId, byte[] picture) {
        return logos.put(partnerId, LogoFile.of(picture)).chain(() -> of(partnerId));
    }

    Uni<Branding> removeLogo(String partnerId) {
        return logos.remove(partnerId).chain(() -> of(partnerId));
    }
}
