package io.housemates.dispatcher.egress;

/**
 * Says why a URL may not be called; the text is shown to the partner, so it tells nothing of the address behind a
 * host name: whoever could try names would learn our networks.
 */
public final class EgressRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EgressRefused(String reason) {
        super(reason, null, false, false);
    }

    /** Of names that nobody knows, and of those that lead to what only we can reach. */
    public static EgressRefused notPublic() {
        return new EgressRefused("the host has no public address");
    }
}
