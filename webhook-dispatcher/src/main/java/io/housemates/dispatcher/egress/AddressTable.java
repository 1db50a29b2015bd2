package io.housemates.dispatcher.egress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that no webhook may reach, read from {@code egress/special-purpose-addresses.csv}.
 *
 * <p>
 * Source: IANA IPv4 and IPv6 Special-Purpose Address Registries, the multicast registries and the metadata addresses of cloud
 * providers; each row names its RFC or provider.
 */
public record AddressTable(List<Entry> entries) {

    private static final String RESOURCE = "/egress/special-purpose-addresses.csv";

    /** One row: the block, what it is for, and the document that says so. */
    public record Entry(Network network, String purpose, String source) {

        static Entry parse(String line) {
            String[] columns = line.split(",", 3);
            return new Entry(Network.parse(columns[0].strip()), columns[1].strip(), columns[2].strip());
        }
    }

    public static AddressTable load() {
        try (InputStream in = AddressTable.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new AddressTable(lines.lines().skip(1).filter(line -> !line.isBlank()).map(Entry::parse).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The first row that covers the address; IPv4-mapped IPv6 addresses arrive here as IPv4, because the JDK unwraps them. */
    public Optional<Entry> find(InetAddress address) {
        return entries.stream().filter(entry -> entry.network().contains(address)).findFirst();
    }
}
