package io.housemates.dispatcher.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.Future;

class EgressGuardTest {

    private static final NameResolver NONE = host -> Future.failedFuture("resolved " + host);

    @ParameterizedTest
    @ValueSource(strings = { "https://127.0.0.1/", "https://10.1.2.3/", "https://172.16.0.1/", "https://192.168.1.1/",
            "https://169.254.169.254/latest/meta-data", "https://100.64.0.1/", "https://0.0.0.0/", "https://192.0.2.1/",
            "https://198.18.0.1/", "https://224.0.0.1/", "https://255.255.255.255/", "https://168.63.129.16/",
            "https://100.100.100.200/", "https://[::1]/", "https://[::]/", "https://[::ffff:10.0.0.1]/",
            "https://[::ffff:7f00:1]/", "https://[::127.0.0.1]/", "https://[64:ff9b::a00:1]/", "https://[64:ff9b:1::1]/",
            "https://[2002:0a00:0001::1]/", "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/", "https://[fe80::1]/",
            "https://[fc00::1]/", "https://[fd00:ec2::254]/", "https://[ff02::1]/", "https://[2001:db8::1]/",
            "https://[3fff::1]/", "https://[fec0::1]/", "https://[100::1]/", "https://[5f00::1]/", "https://[4000::1]/" })
    void refusesEveryAddressWithASpecialPurpose(String url) {
        assertThatThrownBy(() -> vet(url, EgressRules.production(), NONE)).isInstanceOf(EgressRefused.class)
                .hasMessage("the host has no public address");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://127.1/", "https://2130706433/", "https://0x7f.0.0.1/", "https://0x7f000001/",
            "https://0177.0.0.1/", "https://127.0.0.01/", "https://10.0.0/", "https://1.2.3.4.5/", "https://user@example.com/",
            "https://example.com/#a", "ftp://example.com/", "https:///path", "//example.com/", "https://exa mple.com/",
            "https://example.com:0/", "https://example.com:70000/", "https://[fe80::1%25eth0]/", "http://93.184.216.34/",
            "https://93.184.216.34:8080/", "mailto:a@example.com", "file:///etc/passwd", "gopher://example.com/",
            "https://bücher.example/", "https://example.com\\@127.0.0.1/", "https://example.com%00.evil.test/",
            "https://example.com/\r\nHost: other", "https://-example.com/", "https://a..b/" })
    void refusesOddUrls(String url) {
        assertThatThrownBy(() -> vet(url, EgressRules.production(), NONE)).isInstanceOf(EgressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://93.184.216.34/", "https://93.184.216.34:8443/x?y=z", "https://[2606:2800:220:1::1]/" })
    void allowsPublicAddresses(String url) {
        assertThatCode(() -> vet(url, EgressRules.production(), NONE)).doesNotThrowAnyException();
    }

    @Test
    void refusesANameWithOneBadAnswerAmongGoodOnes() {
        NameResolver mixed = answering("93.184.216.34", "10.0.0.1");
        assertThatThrownBy(() -> vet("https://mixed.example/", EgressRules.production(), mixed))
                .isInstanceOf(EgressRefused.class).hasMessageNotContaining("10.0.0.1");
        assertThatThrownBy(() -> vet("https://mixed.example/", EgressRules.production(),
                answering("2606:2800:220:1::1", "::ffff:169.254.169.254"))).isInstanceOf(EgressRefused.class);
    }

    @Test
    void resolvesOnceAndReturnsTheVettedAddresses() {
        List<String> asked = new ArrayList<>();
        NameResolver counting = host -> {
            asked.add(host);
            return answering("93.184.216.34").resolve(host);
        };
        assertThat(vet("https://Partner.Example./", EgressRules.production(), counting))
                .containsExactly(Network.address(new byte[] { 93, (byte) 184, (byte) 216, 34 }));
        assertThat(asked).containsExactly("partner.example");
    }

    @Test
    void opensOnlyTheNetworksTheOperatorNames() {
        EgressRules rules = new EgressRules(List.of(Network.parse("127.0.0.0/8"), Network.parse("::1/128")), true, Set.of(443));
        assertThatCode(() -> vet("http://127.0.0.1:9999/", rules, NONE)).doesNotThrowAnyException();
        assertThatCode(() -> vet("http://[::1]:9999/", rules, NONE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> vet("http://10.0.0.1/", rules, NONE)).isInstanceOf(EgressRefused.class);
        assertThatThrownBy(() -> vet("http://93.184.216.34:9999/", rules, NONE)).hasMessageContaining("port 9999");
    }

    @Test
    void everyRowOfTheTableNamesItsSource() {
        List<AddressTable.Entry> entries = AddressTable.load().entries();
        assertThat(entries).hasSizeGreaterThan(40).allSatisfy(entry -> {
            assertThat(entry.purpose()).isNotBlank();
            assertThat(entry.source()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "10.0.0.0/33", "10.0.0.0/-1", "name/8", "::/129", "10.0/8" })
    void refusesMalformedNetworks(String cidr) {
        assertThatThrownBy(() -> Network.parse(cidr)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<InetAddress> vet(String url, EgressRules rules, NameResolver resolver) {
        Future<List<InetAddress>> vetted = new EgressGuard(AddressTable.load(), rules, resolver).vet(Destination.parse(url));
        if (vetted.failed()) {
            throw (RuntimeException) vetted.cause();
        }
        return vetted.result();
    }

    private static NameResolver answering(String... addresses) {
        return host -> Future
                .succeededFuture(Arrays.stream(addresses).map(text -> HostName.literal(text).orElseThrow()).toList());
    }
}
