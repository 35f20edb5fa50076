package io.plumbline.server.access;

import io.plumbline.server.access.PasswordChange.Wish;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.page.SeeOther;
import io.plumbline.server.platform.web.FieldErrors;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where the signed-in user changes the password. */
@PageController
@RequestMapping("/settings/password")
class PasswordPages {

    private final Pages pages;
    private final PasswordChange passwords;

    PasswordPages(Pages pages, PasswordChange passwords) {
        this.pages = pages;
        this.passwords = passwords;
    }

    @GetMapping
    View show() {
        return page(HttpStatus.OK, PasswordForm.EMPTY);
    }

    @PostMapping
    View change(
            Principal user,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String repeated) {
        String session = request.getSession().getId();
        FieldErrors errors = passwords.change(user.getName(), new Wish(current, next, repeated), session);
        if (errors.isEmpty()) {
            // An id that somebody has seen dies with the old password.
            String _ = request.changeSessionId();
            return SeeOther.at("/settings?changed=password");
        }
        Map<String, String> byField = new LinkedHashMap<>();
        errors.forEach(byField::put);
        return page(HttpStatus.BAD_REQUEST, new PasswordForm(byField));
    }

    private View page(HttpStatus status, PasswordForm form) {
        return pages.page(status, Section.SETTINGS, "Change your password", "access/password", form);
    }
}
