package io.plumbline.server.access.token;

import io.plumbline.server.platform.lifecycle.PublicUrl;
import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.web.AnswerHeaders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** What programs call: the REST API by token, and what is open to all. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final Pattern OWN_NAME =
            Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[(?:::1|0:0:0:0:0:0:0:1)]");
    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    @Bean
    AdminToken adminToken(Settings settings) {
        return AdminToken.of(settings);
    }

    /** Asked for by this machine's own name, and through no proxy: whoever is behind one, or behind a name that they point here, is not. */
    private static boolean isFromThisMachine(HttpServletRequest request) {
        return request.getRequestURI().equals("/metrics")
                && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
                && OWN_NAME.matcher(request.getServerName()).matches()
                && FORWARDED.stream().allMatch(header -> request.getHeader(header) == null);
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiFilterChain(
            HttpSecurity http, AdminToken adminToken, ApiTokens tokens, PublicUrl publicUrl, Settings settings) {
        boolean openMetrics = settings.boundToLoopback()
                && settings.list("PLUMBLINE_TRUSTED_PROXIES").isEmpty()
                && publicUrl.text().isEmpty();
        return http.securityMatcher("/api", "/api/**", "/health", "/health/**", "/metrics", "/metrics/**")
                .authorizeHttpRequests(paths -> {
                    paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    paths.requestMatchers("/health", "/api/v1/openapi.json").permitAll();
                    if (openMetrics) {
                        paths.requestMatchers(ApiSecurity::isFromThisMachine).permitAll();
                    }
                    paths.requestMatchers("/metrics", "/api/**").authenticated();
                    paths.anyRequest().denyAll();
                })
                .addFilterBefore(new BearerTokenFilter(adminToken, tokens), AuthorizationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, failure) -> Refusals.unauthenticated(request, response))
                        .accessDeniedHandler((request, response, failure) -> Refusals.forbidden(request, response)))
                .headers(headers ->
                        headers.defaultsDisabled().addHeaderWriter(new AnswerHeaders(publicUrl).ofPrograms()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // no cookie carries authority, so no other site can borrow it
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }
}
