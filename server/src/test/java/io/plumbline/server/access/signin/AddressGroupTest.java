package io.plumbline.server.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressGroupTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,            192.0.2.1,             true",
        "192.0.2.1,            192.0.2.2,             false",
        "2001:db8:1:2::1,      2001:db8:1:2:ffff::9,  true",
        "2001:db8:1:2::1,      2001:db8:1:3::1,       false",
        "::ffff:192.0.2.1,     192.0.2.1,             true",
        "::ffff:192.0.2.1,     ::ffff:192.0.2.2,      false",
        "fe80::1%1,            fe80::2%1,             true"
    })
    void whatCountsAsOneAddress(String one, String other, boolean same) {
        assertThat(AddressGroup.of(one).equals(AddressGroup.of(other))).isEqualTo(same);
    }
}
