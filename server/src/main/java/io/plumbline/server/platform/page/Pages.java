package io.plumbline.server.platform.page;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.permission.PermissionCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Makes pages from templates. Safe for many threads. */
@Component
public class Pages {

    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final TemplateEngine templates;
    private final StaticFiles files;
    private final Clock clock;
    private final @Nullable String notice;
    // Asked for late: whoever declares a tab may need pages first.
    private final ObjectProvider<SettingsTab> settingsTabs;

    Pages(
            TemplateEngine templates,
            StaticFiles files,
            Clock clock,
            Settings settings,
            ObjectProvider<SettingsTab> settingsTabs) {
        this.templates = templates;
        this.files = files;
        this.clock = clock;
        this.notice = settings.find("PLUMBLINE_NOTICE").orElse(null);
        this.settingsTabs = settingsTabs;
    }

    /**
     * @param template its path without the ending, such as {@code asset/list}; it takes a {@link Frame} as {@code frame} and what it
     *     shows as {@code page}
     */
    public View page(Section section, String title, String template, Object page) {
        return page(HttpStatus.OK, section, title, template, page);
    }

    public View page(HttpStatus status, @Nullable Section section, String title, String template, Object page) {
        return new View() {
            @Override
            public String getContentType() {
                return HTML;
            }

            @Override
            public void render(@Nullable Map<String, ?> none, HttpServletRequest request, HttpServletResponse response)
                    throws IOException {
                write(status, frame(section, title, request), template, page, response);
            }
        };
    }

    /** Who reads, for pages whose content depends on the zone. */
    public Reader reader(HttpServletRequest request) {
        return Reader.of(request, clock.instant());
    }

    /** Rendered whole before the first byte goes: what fails in the middle can still become an error page. */
    private void write(HttpStatus status, Frame frame, String template, Object page, HttpServletResponse response)
            throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(template + ".jte", Map.of("frame", frame, "page", page), output);
        response.setStatus(status.value());
        response.setContentType(HTML);
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    private Frame frame(@Nullable Section section, String title, HttpServletRequest request) {
        Principal user = request.getUserPrincipal();
        Set<Permission> permissions = PermissionCheck.permissionsOf(request);
        return new Frame(
                title,
                section,
                user == null ? null : user.getName(),
                permissions,
                csrf(request),
                reader(request),
                files,
                notice,
                settingsTabs
                        .orderedStream()
                        .filter(tab -> permissions.contains(tab.needs()))
                        .toList());
    }

    private static Frame.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.Csrf(token.getParameterName(), token.getToken())
                : new Frame.Csrf("_csrf", "");
    }
}
