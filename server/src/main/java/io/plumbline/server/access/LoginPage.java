package io.plumbline.server.access;

import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.permission.OpenToAll;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where one signs in. What the form sends is taken by the filter chain. */
@OpenToAll
@Controller
class LoginPage {

    private static final Map<String, String> TROUBLES = Map.of(
            "failed", "That did not let you in. The user name or the password is wrong.",
            "wait", "Too many tries. Wait a minute, then try again: nothing was looked at this time.",
            "refused",
                    "You are known to the provider, but have no role here. An Administrator can tell which group gives one.",
            "provider", "The provider could not sign you in. Try again; the server's log has the whole story.");

    private final Pages pages;
    private final OidcLogin oidc;

    LoginPage(Pages pages, OidcLogin oidc) {
        this.pages = pages;
        this.oidc = oidc;
    }

    /** @param asked one of the words that a sign-in may have led here with; others say nothing */
    @GetMapping("/login")
    View show(@RequestParam Map<String, String> asked) {
        return pages.page(
                HttpStatus.OK,
                null,
                "Sign in",
                "access/login",
                new SignIn(
                        TROUBLES.entrySet().stream()
                                .filter(trouble -> asked.containsKey(trouble.getKey()))
                                .map(Map.Entry::getValue)
                                .findFirst()
                                .orElse(null),
                        asked.containsKey("left"),
                        oidc.button().orElse(null)));
    }
}
