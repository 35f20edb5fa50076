package io.plumbline.server.access.token;

import io.plumbline.server.access.user.Role;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.page.SeeOther;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.web.InvalidInput;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where tokens are made and revoked. */
@Needs(Permission.ADMINISTER)
@PageController
@RequestMapping(TokenPages.PATH)
class TokenPages {

    static final String PATH = "/settings/tokens";

    private final Pages pages;
    private final ApiTokens tokens;
    private final Clock clock;

    TokenPages(Pages pages, ApiTokens tokens, Clock clock) {
        this.pages = pages;
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping
    View list(@RequestParam(defaultValue = "") String done) {
        return page(HttpStatus.OK, done.equals("revoked"), null, TokenListPage.Entered.NOTHING);
    }

    /** Answers with the token itself: it is shown this once, and an address to come back to would be a way to see it again. */
    @PostMapping
    View make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "NEVER") TokenLifetime lifetime) {
        try {
            ApiTokens.Made made = tokens.make(name, role, lifetime.from(clock.instant()));
            return page(HttpStatus.CREATED, false, made, TokenListPage.Entered.NOTHING);
        } catch (InvalidInput wrong) {
            return page(
                    HttpStatus.BAD_REQUEST,
                    false,
                    null,
                    new TokenListPage.Entered(
                            name, role, lifetime, wrong.errors().byField()));
        }
    }

    @PostMapping("/{id}/revoke")
    View revoke(@PathVariable String id) {
        tokens.revoke(TokenRest.number(id));
        return SeeOther.at(PATH + "?done=revoked");
    }

    private View page(
            HttpStatus status, boolean revoked, ApiTokens.@Nullable Made made, TokenListPage.Entered entered) {
        return pages.page(
                status,
                Section.SETTINGS,
                "API tokens",
                "access/tokens",
                TokenListPage.of(tokens.all(), clock.instant(), revoked, made, entered));
    }
}
