package io.housemates.dispatcher.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * What the operator opens: networks beyond the public internet (development only), plain HTTP, and ports.
 *
 * @param openNetworks addresses that are allowed whatever the table says; any port is allowed there
 * @param plainHttp whether {@code http:} URLs are accepted
 * @param ports allowed outside the open networks
 */
public record EgressRules(List<Network> openNetworks, boolean plainHttp, Set<Integer> ports) {

    public static EgressRules production() {
        return new EgressRules(List.of(), false, Set.of(443, 8443));
    }

    boolean opens(InetAddress address) {
        return openNetworks.stream().anyMatch(network -> network.contains(address));
    }
}
