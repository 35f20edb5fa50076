package io.plumbline.server.access.signin;

import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.permission.OpenToAll;
import java.util.Arrays;
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

    static final String PATH = "/login";

    /** Where one stands after a sign-out. */
    static final String LEFT = PATH + "?left";

    private final Pages pages;
    private final OidcLogin oidc;

    LoginPage(Pages pages, OidcLogin oidc) {
        this.pages = pages;
        this.oidc = oidc;
    }

    /** @param asked one of the words that a sign-in may have led here with; others say nothing */
    @GetMapping(PATH)
    View show(@RequestParam Map<String, String> asked) {
        return pages.page(
                HttpStatus.OK,
                null,
                "Sign in",
                "access/login",
                new SignIn(
                        Arrays.stream(SignInTrouble.values())
                                .filter(trouble -> asked.containsKey(trouble.word()))
                                .map(SignInTrouble::sentence)
                                .findFirst()
                                .orElse(null),
                        asked.containsKey("left"),
                        oidc.button().orElse(null)));
    }
}
