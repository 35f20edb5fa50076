package io.plumbline.server.access;

import io.plumbline.server.access.ApiTokens.Made;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.web.Cursor;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import io.plumbline.server.platform.web.NotFound;
import io.plumbline.server.platform.web.Page;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final String NAME = "tokens";
    private static final Sort NEWEST_FIRST = new Sort("createdAt", true);

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

    /** There are never so many that they would have to be found page by page; they are told page by page as every list is. */
    @GetMapping
    Page<ApiToken> list(@RequestParam MultiValueMap<String, String> parameters) {
        ListQuery query = new ListQuery(parameters, Set.of());
        Sort sort = query.sort(List.of(NEWEST_FIRST));
        int limit = query.limit();
        Optional<Integer> after = query.after(NAME, sort, 1).map(key -> number(key.getFirst()));
        query.refuseErrors();
        List<ApiToken> all = sort.descending() ? tokens.all() : tokens.all().reversed();
        List<ApiToken> rest = all.stream()
                .filter(token -> after.isEmpty()
                        || Integer.compare(number(token.id()), after.get()) == (sort.descending() ? -1 : 1))
                .toList();
        List<ApiToken> page = rest.subList(0, Math.min(limit, rest.size()));
        String next = rest.size() > limit
                ? Cursor.after(
                        query.identity(NAME, sort), List.of(page.getLast().id()))
                : null;
        return new Page<>(page, all.size(), true, next);
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
        if (!id.matches("[0-9]{1,9}")) {
            throw new NotFound("There is no token with this id.");
        }
        return Integer.parseInt(id);
    }
}
