package io.plumbline.server.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FormOriginTest {

    private static final String NOT_TOLD = "";

    @ParameterizedTest
    @CsvSource({
        // PLUMBLINE_URL, Host, Origin
        "https://Plumbline.Example, inner:8080, https://plumbline.example",
        "https://plumbline.example:443, inner:8080, https://plumbline.example",
        "https://plumbline.example, inner:8080, https://plumbline.example:443",
        "http://plumbline.example:80, inner:8080, http://plumbline.example",
        "https://plumbline.example, 127.0.0.1:8080, http://127.0.0.1:8080",
        "'', Plumbline.Example, http://plumbline.example",
        "'', plumbline.example:80, http://plumbline.example",
        "'', plumbline.example:443, https://plumbline.example",
        "'', plumbline.example, https://plumbline.example",
        "'', plumbline_1:8080, http://plumbline_1:8080",
        "'', [::1]:8080, http://[::1]:8080"
    })
    void anAddressIsTheSameHoweverItIsSpelt(String url, String host, String origin) throws Exception {
        assertThat(status(url, post(host, origin))).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "https://plumbline.example, plumbline.example, http://plumbline.example",
        "https://plumbline.example, plumbline.example, https://plumbline.example:8443",
        "https://plumbline.example, inner:8080, https://inner",
        "'', plumbline.example, http://plumbline.example:8080",
        "'', plumbline.example:443, http://plumbline.example",
        "'', plumbline.example, null",
        "'', plumbline.example, ''",
        "'', plumbline.example, file:///",
        "'', plumbline.example, http://",
        "'', '', http://",
        "'', plumbline.example, http://user@plumbline.example"
    })
    void anotherAddressIsNotOurs(String url, String host, String origin) throws Exception {
        assertThat(status(url, post(host, origin))).isEqualTo(403);
    }

    /** Whoever can change what comes by plain HTTP must not send forms to what is reached by HTTPS. */
    @Test
    void theSchemeCountsWhereItIsKnown() throws Exception {
        MockHttpServletRequest request = post("plumbline.example", "http://plumbline.example");
        request.setSecure(true);

        assertThat(status(NOT_TOLD, request)).isEqualTo(403);
    }

    @Test
    void withoutAHostNoOriginIsOurs() throws Exception {
        assertThat(status(NOT_TOLD, post(null, "null"))).isEqualTo(403);
        assertThat(status(NOT_TOLD, post(null, "http:///"))).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin, same-origin",
        "Sec-Fetch-Site, same-origin, cross-site",
        "Origin, http://plumbline.example, http://plumbline.example"
    })
    void aHeaderThatComesTwiceIsBelievedInNeither(String name, String first, String second) throws Exception {
        MockHttpServletRequest request = post("plumbline.example", null);
        request.addHeader(name, first);
        request.addHeader(name, second);

        assertThat(status(NOT_TOLD, request)).isEqualTo(403);
    }

    private static MockHttpServletRequest post(@Nullable String host, @Nullable String origin) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/settings");
        if (host != null) {
            request.addHeader("Host", host);
        }
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        return request;
    }

    private static int status(String url, MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new FormOrigin(WebOrigin.of(url)).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
