package io.plumbline.server.access.signin;

import io.plumbline.server.access.user.UserStore;
import io.plumbline.server.platform.web.PublicUrl;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/** What people see: pages behind a sign-in, and the style sheets and scripts that the sign-in itself needs. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    /** Everything from here, no script and no style in the page itself. {@code data:} is for pictures in style sheets. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    /** Base64 makes four characters of three, and a cookie has at most 4,096 with its name. */
    private static final int LONGEST_KEPT_ADDRESS = 2_900;

    @Bean
    @Order(2)
    SecurityFilterChain pageFilterChain(
            HttpSecurity http, UserStore users, SignInEvents events, OidcLogin oidc, PublicUrl publicUrl) {
        CookieRequestCache asked = pagesOnly();
        oidc.configure(http, events.success(asked));
        return http.authorizeHttpRequests(
                        paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers("/login", "/static/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(PasswordSignIn::originOf)
                        .successHandler(events.passwordSuccess(asked))
                        .failureHandler(SignInEvents.passwordFailure()))
                .logout(logout ->
                        logout.logoutUrl("/logout").addLogoutHandler(events).logoutSuccessUrl("/login?left"))
                .addFilterAfter(new SessionCheck(users), SecurityContextHolderFilter.class)
                // Neither makes a session: whoever is not signed in leaves nothing in the database.
                .requestCache(cache -> cache.requestCache(asked))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .httpStrictTransportSecurity(https -> https.requestMatcher(publicUrl::isHttps))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .httpBasic(AbstractHttpConfigurer::disable)
                .build();
    }

    private static CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /**
     * After the sign-in comes the page that was asked for, never a piece of one that a script had asked for. An address too long for
     * the cookie is forgotten: browsers drop larger ones, and the answer's head has no room for much larger ones.
     */
    private static CookieRequestCache pagesOnly() {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && lengthOfAddress(request) <= LONGEST_KEPT_ADDRESS);
        return cache;
    }

    private static int lengthOfAddress(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().length() + (query == null ? 0 : 1 + query.length());
    }
}
