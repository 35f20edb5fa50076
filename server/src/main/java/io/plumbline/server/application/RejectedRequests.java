package io.plumbline.server.application;

import io.plumbline.server.platform.lifecycle.PublicUrl;
import io.plumbline.server.platform.web.AnswerHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * What Spring's firewall turns away, such as a path with two slashes in a row. No chain of filters has been chosen by then, so the
 * headers that one would write are written here.
 */
@Configuration(proxyBeanMethods = false)
class RejectedRequests {

    @Bean
    RequestRejectedHandler rejected(PublicUrl publicUrl) {
        AnswerHeaders headers = new AnswerHeaders(publicUrl);
        return (request, response, _) -> {
            headers.ofPrograms().writeHeaders(request, response);
            response.sendError(HttpStatus.BAD_REQUEST.value());
        };
    }
}
