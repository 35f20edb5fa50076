package io.plumbline.server.access.signin;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.SessionIdGenerator;

/** What a browser holds of its session. The cookie is {@code Secure} where the request came by HTTPS, as Spring Session has it. */
@Configuration(proxyBeanMethods = false)
class SessionCookies {

    private static final int ID_BYTES = 32;

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
