package io.housemates.dispatcher.egress;

import java.net.InetAddress;
import java.util.List;

import org.jboss.logging.Logger;

import io.vertx.core.Future;

/**
 * Stands between a delivery and the network: resolve, vet, pin.
 *
 * <p>
 * Every address of a name must be allowed, one bad answer refuses the name. The caller connects to an address returned here and
 * never resolves the name again, so a name that changes its mind between vetting and connecting gains nothing.
 */
public final class EgressGuard {

    private static final Logger LOG = Logger.getLogger(EgressGuard.class);

    private final AddressTable table;
    private final EgressRules rules;
    private final NameResolver resolver;

    public EgressGuard(AddressTable table, EgressRules rules, NameResolver resolver) {
        this.table = table;
        this.rules = rules;
        this.resolver = resolver;
    }

    /** The allowed addresses to connect to; fails with {@link EgressRefused}, or with the resolver's failure. */
    public Future<List<InetAddress>> vet(Destination destination) {
        if (!destination.tls() && !rules.plainHttp()) {
            return Future.failedFuture(new EgressRefused("the URL is not https"));
        }
        return HostName.literal(destination.host())
                .map(address -> Future.succeededFuture(List.of(address)))
                .orElseGet(() -> resolver.resolve(destination.host()))
                .map(addresses -> allowed(destination, addresses));
    }

    private List<InetAddress> allowed(Destination destination, List<InetAddress> addresses) {
        addresses.forEach(address -> refuseForbidden(destination, address));
        return addresses;
    }

    private void refuseForbidden(Destination destination, InetAddress address) {
        if (rules.opens(address)) {
            return;
        }
        table.find(address).ifPresent(entry -> {
            LOG.infof("Address refused host=%s purpose=\"%s\"", destination.host(), entry.purpose());
            throw EgressRefused.notPublic();
        });
        if (!rules.ports().contains(destination.port())) {
            throw new EgressRefused("port " + destination.port() + " is not allowed");
        }
    }
}
