package io.plumbline.server.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostListTest {

    private static final HostList LIST =
            HostList.parse(List.of("Tenant.Lab.Example", "127.0.0.1:8443", "[fd12::7]:443", "::1"), "HOSTS");

    @Test
    void aHostWithoutAPortIsAllowedOnEveryPortInAnyCase() {
        assertThat(LIST.allows("tenant.lab.example", 1)).isTrue();
        assertThat(LIST.allows("TENANT.LAB.EXAMPLE", 65535)).isTrue();
        assertThat(LIST.allows("::1", 80)).isTrue();
    }

    @Test
    void aHostWithAPortIsAllowedOnThatPortOnly() {
        assertThat(LIST.allows("127.0.0.1", 8443)).isTrue();
        assertThat(LIST.allows("127.0.0.1", 443)).isFalse();
        assertThat(LIST.allows("fd12::7", 443)).isTrue();
        assertThat(LIST.allows("fd12::7", 80)).isFalse();
    }

    @Test
    void aHostThatOnlyEndsLikeAnEntryIsNotAllowed() {
        assertThat(LIST.allows("evil-tenant.lab.example", 443)).isFalse();
        assertThat(LIST.allows("sub.tenant.lab.example", 443)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://tenant.example", "tenant.example/path", "tenant example", "host:port", "*.example"})
    void anEntryThatIsNoHostIsRefusedByName(String entry) {
        assertThatThrownBy(() -> HostList.parse(List.of(entry), "PLUMBLINE_ALLOWED_HOSTS"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("PLUMBLINE_ALLOWED_HOSTS")
                .hasMessageContaining(entry);
    }
}
