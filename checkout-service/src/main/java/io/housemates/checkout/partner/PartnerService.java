package io.housemates.checkout.partner;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.outbox.PartnerChanged;
import io.housemates.platform.Ulids;
import io.housemates.platform.outbox.Outbox;
import io.housemates.platform.partner.AccessToken;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** Makes partners and their tokens, and tells the other services of every change. */
@ApplicationScoped
class PartnerService {

    private static final Logger LOG = Logger.getLogger(PartnerService.class);

    private final Partners partners;
    private final IssuedTokens tokens;
    private final Outbox outbox;
    private final Ulids ulids;
    private final Clock clock;

    PartnerService(Partners partners, IssuedTokens tokens, Outbox outbox, Ulids ulids, Clock clock) {
        this.partners = partners;
        this.tokens = tokens;
        this.outbox = outbox;
        this.ulids = ulids;
        this.clock = clock;
    }

    Uni<PartnerView> create(PartnerChange request) {
        var partner = new Partner();
        partner.id = ulids.next();
        partner.createdAt = clock.instant();
        request.applyTo(partner);
        return write(() -> partners.persistAndFlush(partner).call(this::announce))
                .invoke(() -> LOG.infof("Partner created partner=%s", partner.id));
    }

    Uni<PartnerView> change(String partnerId, PartnerChange request) {
        return write(() -> partners.lock(partnerId).invoke(request::applyTo).call(this::announce).call(partners::flush))
                .invoke(() -> LOG.infof("Partner changed partner=%s", partnerId));
    }

    /** A unique index says whether a host is taken; nothing else of a partner can be. */
    private Uni<PartnerView> write(Supplier<Uni<Partner>> work) {
        return outbox.transaction(work)
                .onFailure(ConstraintViolationException.class).transform(e -> CheckoutError.CHECKOUT_HOST_TAKEN.exception())
                .map(PartnerView::of);
    }

    @WithSession
    Uni<PartnerView> get(String partnerId) {
        return partners.get(partnerId).map(PartnerView::of);
    }

    @WithSession
    Uni<List<PartnerView>> list() {
        return partners.list("order by createdAt, id").map(all -> all.stream().map(PartnerView::of).toList());
    }

    Uni<TokenView> issueToken(String partnerId, IssueToken request) {
        AccessToken secret = AccessToken.generate("hm_");
        var token = new IssuedToken();
        token.id = ulids.next();
        token.partnerId = partnerId;
        token.name = request.name();
        token.sha256 = secret.sha256();
        token.createdAt = clock.instant();
        return outbox.transaction(() -> partners.lock(partnerId).call(() -> tokens.persist(token)).call(this::announce))
                .invoke(() -> LOG.infof("Access token issued partner=%s token=%s", partnerId, token.id))
                .map(partner -> TokenView.of(token).withSecret(secret.secret()));
    }

    @WithSession
    Uni<List<TokenView>> listTokens(String partnerId) {
        return partners.get(partnerId)
                .chain(() -> tokens.of(partnerId))
                .map(all -> all.stream().map(TokenView::of).toList());
    }

    Uni<TokenView> revokeToken(String partnerId, String tokenId) {
        return outbox.transaction(() -> partners.lock(partnerId)
                .chain(partner -> tokens.get(partnerId, tokenId)
                        .invoke(token -> token.revoke(clock.instant()))
                        .call(() -> announce(partner))))
                .invoke(() -> LOG.infof("Access token revoked partner=%s token=%s", partnerId, tokenId))
                .map(TokenView::of);
    }

    private Uni<Void> announce(Partner partner) {
        partner.changed();
        return tokens.validOf(partner.id)
                .map(valid -> valid.stream().map(token -> new PartnerChanged.Token(token.id, token.sha256)).toList())
                .map(valid -> new PartnerChanged(partner.id, partner.version, partner.name, valid))
                .chain(changed -> outbox.append(PartnerChanged.TOPIC, partner.id, PartnerChanged.TYPE, changed));
    }
}
