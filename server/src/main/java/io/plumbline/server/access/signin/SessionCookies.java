package io.plumbline.server.access.signin;

import io.plumbline.server.platform.web.UnreachableDatabase;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** What a browser holds of its session. The cookie is {@code Secure} where the request came by HTTPS, as Spring Session has it. */
@Configuration(proxyBeanMethods = false)
class SessionCookies {

    private static final int ID_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");

    /**
     * Whatever somebody makes up is never looked for: a NUL in it is more than the database can take. And nothing is, where the
     * request has just waited for the database in vain: the page that says so would wait once more.
     */
    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer() {
            @Override
            public List<String> readCookieValues(HttpServletRequest request) {
                return UnreachableDatabase.metBy(request)
                        ? List.of()
                        : super.readCookieValues(request).stream()
                                .filter(id -> ID.matcher(id).matches())
                                .toList();
            }
        };
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    /** 256 bits by chance; a UUID has 122. */
    @Bean
    SessionIdGenerator sessionIds() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] id = new byte[ID_BYTES];
            random.nextBytes(id);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        };
    }
}
