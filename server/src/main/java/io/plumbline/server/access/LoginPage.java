package io.plumbline.server.access;

import io.plumbline.server.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where one signs in. What the form sends is taken by the filter chain. */
@Controller
class LoginPage {

    private final Pages pages;

    LoginPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/login")
    View show(
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String left) {
        return pages.page(HttpStatus.OK, null, "Sign in", "access/login", new SignIn(failed != null, left != null));
    }
}
