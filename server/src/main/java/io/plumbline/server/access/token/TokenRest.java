package io.plumbline.server.access.token;

import io.plumbline.server.access.token.ApiTokens.Made;
import io.plumbline.server.access.user.Role;
import io.plumbline.server.platform.listing.ShortList;
import io.plumbline.server.platform.listing.ShortListPlace;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.web.ListQuery.Sort;
import io.plumbline.server.platform.web.NotFound;
import io.plumbline.server.platform.web.NumberedId;
import io.plumbline.server.platform.web.Page;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens over REST. */
@Needs(Permission.ADMINISTER)
@RestController
@RequestMapping("/api/v1/tokens")
class TokenRest {

    private static final ShortList<ApiToken> LIST =
            new ShortList<>("tokens", new Sort("createdAt", true), token -> new ShortListPlace("", number(token.id())));

    private final ApiTokens tokens;

    TokenRest(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** @param expiresAt null: never */
    record NewToken(
            @Nullable String name,
            @Nullable Role role,
            @Nullable Instant expiresAt) {}

    /** @param token its text, told this once */
    record MadeToken(
            String id,
            String token,
            String name,
            String prefix,
            Role role,
            @Nullable Instant expiresAt,
            Instant createdAt,
            String createdBy) {

        static MadeToken of(Made made) {
            ApiToken token = made.token();
            return new MadeToken(
                    token.id(),
                    made.secret().text(),
                    token.name(),
                    token.prefix(),
                    token.role(),
                    token.expiresAt(),
                    token.createdAt(),
                    token.createdBy());
        }
    }

    @GetMapping
    Page<ApiToken> list(@RequestParam MultiValueMap<String, String> parameters) {
        return LIST.page(tokens.all(), parameters);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<MadeToken> make(@RequestBody NewToken wish) {
        Made made = tokens.make(wish.name() == null ? "" : wish.name(), wish.role(), wish.expiresAt());
        return ResponseEntity.created(
                        URI.create("/api/v1/tokens/" + made.token().id()))
                .cacheControl(CacheControl.noStore())
                .body(MadeToken.of(made));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        tokens.revoke(number(id));
    }

    static int number(String id) {
        return NumberedId.of(id, 1)
                .orElseThrow(() -> new NotFound("There is no token with this id."))
                .getFirst();
    }
}
