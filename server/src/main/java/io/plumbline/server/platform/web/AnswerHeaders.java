package io.plumbline.server.platform.web;

import io.plumbline.server.platform.lifecycle.PublicUrl;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CompositeHeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/** The headers that every answer has, whichever chain of filters it comes from, or none. */
public record AnswerHeaders(PublicUrl publicUrl) {

    /** Everything from here, no script and no style in the page itself. {@code data:} is for pictures in style sheets. */
    private static final String FROM_HERE = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    /** Of what is no page: it loads nothing. */
    public HeaderWriter ofPrograms() {
        return of("default-src 'none'; frame-ancestors 'none'", ReferrerPolicy.NO_REFERRER);
    }

    public HeaderWriter ofPages() {
        return of(FROM_HERE, ReferrerPolicy.SAME_ORIGIN);
    }

    private HeaderWriter of(String contentSecurityPolicy, ReferrerPolicy referrer) {
        HstsHeaderWriter https = new HstsHeaderWriter();
        https.setRequestMatcher(publicUrl::isHttps);
        return new CompositeHeaderWriter(List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XXssProtectionHeaderWriter(),
                new CacheControlHeadersWriter(),
                https,
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ContentSecurityPolicyHeaderWriter(contentSecurityPolicy),
                new ReferrerPolicyHeaderWriter(referrer)));
    }
}
