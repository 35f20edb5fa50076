package io.plumbline.server.access.signin;

import io.plumbline.server.access.user.UserStore;
import io.plumbline.server.platform.lifecycle.PublicUrl;
import io.plumbline.server.platform.web.AnswerHeaders;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/** What people see: pages behind a sign-in, and the style sheets and scripts that the sign-in itself needs. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    @Bean
    @Order(2)
    SecurityFilterChain pageFilterChain(
            HttpSecurity http, UserStore users, SignInEvents events, OidcLogin oidc, PublicUrl publicUrl) {
        AskedPage asked = new AskedPage();
        oidc.configure(http, events.success(asked));
        return http.authorizeHttpRequests(
                        paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(LoginPage.PATH, "/static/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage(LoginPage.PATH)
                        .authenticationDetailsSource(PasswordSignIn::originOf)
                        .successHandler(events.passwordSuccess(asked))
                        .failureHandler(SignInEvents.passwordFailure()))
                .logout(logout ->
                        logout.logoutUrl("/logout").addLogoutHandler(events).logoutSuccessUrl(LoginPage.LEFT))
                // A new one, never the old under another id: a request under way would write the old id back.
                .sessionManagement(session ->
                        session.sessionFixation(SessionManagementConfigurer.SessionFixationConfigurer::newSession))
                .addFilterAfter(new SessionCheck(users), SecurityContextHolderFilter.class)
                .addFilterBefore(new FormOrigin(publicUrl.text().flatMap(WebOrigin::of)), CsrfFilter.class)
                // Neither makes a session: whoever is not signed in leaves nothing in the database.
                .requestCache(cache -> cache.requestCache(asked))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(new AnswerHeaders(publicUrl).ofPages()))
                .httpBasic(AbstractHttpConfigurer::disable)
                .build();
    }

    private static CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }
}
