package io.plumbline.server.access.user;

import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.page.SeeOther;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.web.Conflict;
import io.plumbline.server.platform.web.InvalidInput;
import io.plumbline.server.platform.web.NotFound;
import io.plumbline.server.platform.web.NumberedId;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where users are made, changed and taken away. */
@Needs(Permission.ADMINISTER)
@PageController
@RequestMapping(UserPages.PATH)
class UserPages {

    static final String PATH = "/settings/users";

    private final Pages pages;
    private final UserStore users;
    private final UserAccounts accounts;
    private final Clock clock;

    UserPages(Pages pages, UserStore users, UserAccounts accounts, Clock clock) {
        this.pages = pages;
        this.users = users;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping
    View list(@RequestParam(defaultValue = "") String done) {
        return list(HttpStatus.OK, done, UserListPage.Entered.NOTHING);
    }

    @PostMapping
    View create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "VIEWER") Role role,
            @RequestParam(defaultValue = "") String password) {
        try {
            accounts.create(name, role, password);
        } catch (InvalidInput wrong) {
            return list(
                    HttpStatus.BAD_REQUEST,
                    "",
                    new UserListPage.Entered(name, role, wrong.errors().byField()));
        }
        return SeeOther.at(PATH + "?done=created");
    }

    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        return one(HttpStatus.OK, number(id), Map.of());
    }

    @PostMapping("/{id}/role")
    View changeRole(@PathVariable String id, @RequestParam Role role) {
        int user = number(id);
        try {
            accounts.changeRole(user, role);
        } catch (Conflict last) {
            return one(HttpStatus.CONFLICT, user, Map.of("role", String.valueOf(last.getMessage())));
        } catch (InvalidInput wrong) {
            return one(HttpStatus.BAD_REQUEST, user, wrong.errors().byField());
        }
        return SeeOther.at(PATH + "?done=changed");
    }

    @PostMapping("/{id}/password")
    View resetPassword(@PathVariable String id, @RequestParam(defaultValue = "") String password) {
        int user = number(id);
        try {
            accounts.resetPassword(user, password);
        } catch (InvalidInput wrong) {
            return one(HttpStatus.BAD_REQUEST, user, wrong.errors().byField());
        }
        return SeeOther.at(PATH + "?done=password");
    }

    /** @param name typed by the person; not that of the user: nothing is deleted */
    @PostMapping("/{id}/delete")
    View delete(@PathVariable String id, @RequestParam(defaultValue = "") String name) {
        int user = number(id);
        User known = users.find(user).orElseThrow(UserPages::unknown);
        if (!name.strip().equalsIgnoreCase(known.name())) {
            return one(HttpStatus.BAD_REQUEST, user, Map.of("name", "That is another name; nobody was deleted."));
        }
        try {
            accounts.delete(user);
        } catch (Conflict last) {
            return one(HttpStatus.CONFLICT, user, Map.of("name", String.valueOf(last.getMessage())));
        }
        return SeeOther.at(PATH + "?done=deleted");
    }

    private View list(HttpStatus status, String done, UserListPage.Entered entered) {
        return pages.page(
                status,
                Section.SETTINGS,
                "Users",
                "access/users",
                new UserListPage(users.all().stream().map(UserListPage.Row::of).toList(), sentence(done), entered));
    }

    private View one(HttpStatus status, int id, Map<String, String> errors) {
        User user = users.find(id).orElseThrow(UserPages::unknown);
        return pages.page(
                status,
                Section.SETTINGS,
                user.name(),
                "access/user",
                new UserPage(
                        PATH + "/" + id,
                        user.name(),
                        user.role(),
                        passwordOf(user),
                        users.tokensMadeBy(user, clock.instant()),
                        errors));
    }

    private static UserPage.Password passwordOf(User user) {
        if (user.isExternal()) {
            return UserPage.Password.OF_PROVIDER;
        }
        return UserAccounts.isCaller(user.id()) ? UserPage.Password.OWN : UserPage.Password.SETTABLE;
    }

    private static String sentence(String done) {
        return switch (done) {
            case "created" -> "The user can sign in now.";
            case "changed" -> "The role is changed, and holds at once.";
            case "password" -> "The password is changed, and every sign-in with the old one has ended.";
            case "deleted" -> "The user is gone, and every sign-in has ended.";
            default -> "";
        };
    }

    private static int number(String id) {
        return NumberedId.of(id, 1).orElseThrow(UserPages::unknown).getFirst();
    }

    private static NotFound unknown() {
        return new NotFound("There is no user with this id.");
    }
}
