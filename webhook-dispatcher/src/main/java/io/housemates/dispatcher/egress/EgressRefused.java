package io.housemates.dispatcher.egress;

/** Says why a URL may not be called; the text is shown to the partner, so it never names an address behind a host name. */
public final class EgressRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EgressRefused(String reason) {
        super(reason, null, false, false);
    }
}
