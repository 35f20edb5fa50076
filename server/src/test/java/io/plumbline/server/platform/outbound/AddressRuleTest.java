package io.plumbline.server.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"34.107.12.9", "2a00:1450:4001:82b::200e", "64:ff9b::226b:c09", "2002:226b:c09::1"})
    void aPublicAddressIsPermittedToEveryHost(String address) throws UnknownHostException {
        assertThat(AddressRule.PUBLIC_ONLY.permits(bytesOf(address))).isTrue();
        assertThat(AddressRule.NAMED_BY_OPERATOR.permits(bytesOf(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.7.7",
                "100.64.0.1",
                "100.127.255.254",
                "198.18.0.1",
                "192.0.2.1",
                "::1",
                "fc00::1",
                "fd12:3456::1",
                "fec0::1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b:1::a00:1",
                "2002:7f00:1::1",
                "2002:c0a8:101::1",
                "::ffff:0:127.0.0.1",
                "::127.0.0.1",
                "2001::1"
            })
    void aPrivateAddressIsPermittedOnlyToHostsThatTheOperatorNamed(String address) throws UnknownHostException {
        assertThat(AddressRule.PUBLIC_ONLY.permits(bytesOf(address))).isFalse();
        assertThat(AddressRule.NAMED_BY_OPERATOR.permits(bytesOf(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254", "169.254.0.1", "fe80::1", "febf::1", "fd00:ec2::254", "100.100.100.200", "0.0.0.0",
                "0.1.2.3", "::", "224.0.0.1", "239.255.255.250", "255.255.255.255", "ff02::1", "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1", "::a9fe:a9fe", "::ffff:0:a9fe:a9fe", "64:ff9b::6464:64c8"
            })
    void linkLocalMetadataAndMulticastArePermittedToNoHost(String address) throws UnknownHostException {
        assertThat(AddressRule.PUBLIC_ONLY.permits(bytesOf(address))).isFalse();
        assertThat(AddressRule.NAMED_BY_OPERATOR.permits(bytesOf(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254"})
    void anIpv4AddressMappedIntoIpv6IsJudgedAsWhatItIs(String address) throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        System.arraycopy(InetAddress.ofLiteral(address).getAddress(), 0, mapped, 12, 4);

        assertThat(AddressRule.PUBLIC_ONLY.permits(mapped)).isFalse();
    }

    private static byte[] bytesOf(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal).getAddress();
    }
}
