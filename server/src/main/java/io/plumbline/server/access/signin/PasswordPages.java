package io.plumbline.server.access.signin;

import io.plumbline.server.access.signin.PasswordChange.Outcome.Changed;
import io.plumbline.server.access.signin.PasswordChange.Outcome.Refused;
import io.plumbline.server.access.signin.PasswordChange.Wish;
import io.plumbline.server.access.user.User;
import io.plumbline.server.access.user.UserStore;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.page.SeeOther;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.web.FieldErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where the signed-in user changes the password. */
@Needs(Permission.OWN_ACCOUNT)
@PageController
@RequestMapping(PasswordPages.PATH)
class PasswordPages {

    static final String PATH = "/settings/password";

    private final Pages pages;
    private final PasswordChange passwords;
    private final UserStore users;
    private final KnownBrowser browsers;
    private final OidcLogin oidc;

    PasswordPages(Pages pages, PasswordChange passwords, UserStore users, KnownBrowser browsers, OidcLogin oidc) {
        this.pages = pages;
        this.passwords = passwords;
        this.users = users;
        this.browsers = browsers;
        this.oidc = oidc;
    }

    /** @param changed present where it has just been done */
    @GetMapping
    View show(Principal user, @RequestParam(required = false) @Nullable String changed) {
        return page(HttpStatus.OK, user, changed != null, Map.of());
    }

    @PostMapping
    View change(
            Principal user,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String repeated) {
        return switch (passwords.change(user.getName(), new Wish(current, next, repeated))) {
            case Changed(User changed) -> {
                signInAgain(changed, request, response);
                yield SeeOther.at(PATH + "?changed");
            }
            case Refused(FieldErrors errors) -> {
                Map<String, String> byField = new LinkedHashMap<>();
                errors.forEach(byField::put);
                yield page(HttpStatus.BAD_REQUEST, user, false, byField);
            }
        };
    }

    /** Every session has ended, this one too: an id that somebody has seen dies with the old password. */
    private void signInAgain(User user, HttpServletRequest request, HttpServletResponse response) {
        request.getSession().invalidate();
        Authentication _ = SessionStart.of(user, request, response);
        browsers.remember(request, response, user);
    }

    private View page(HttpStatus status, Principal user, boolean changed, Map<String, String> errors) {
        String provider = users.find(user.getName())
                .filter(User::isExternal)
                .map(_ -> oidc.button().orElse("the provider of your organisation"))
                .orElse(null);
        return pages.page(
                status,
                Section.SETTINGS,
                provider == null ? "Change your password" : "Your password",
                "access/password",
                new PasswordForm(provider, changed, errors));
    }
}
