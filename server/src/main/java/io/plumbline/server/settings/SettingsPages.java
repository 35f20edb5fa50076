package io.plumbline.server.settings;

import io.plumbline.server.access.audit.AuditAction;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.server.access.user.Role;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.page.SeeOther;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.setting.NumberSetting;
import io.plumbline.server.platform.setting.StoredSettings;
import io.plumbline.server.settings.SettingsPage.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Settings and what this installation is. */
@Needs(Permission.READ)
@PageController
@RequestMapping("/settings")
class SettingsPages {

    private final Pages pages;
    private final List<NumberSetting> numbers;
    private final StoredSettings stored;
    private final Installation installation;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    SettingsPages(
            Pages pages,
            List<NumberSetting> numbers,
            StoredSettings stored,
            Installation installation,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.numbers = numbers;
        this.stored = stored;
        this.installation = installation;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping
    View show(@RequestParam(required = false) @Nullable String changed, Authentication user) {
        List<Field> fields = numbers.stream()
                .map(number -> new Field(number, Integer.toString(stored.get(number)), null))
                .toList();
        return page(HttpStatus.OK, fields, done(changed), user);
    }

    /** All of what was sent or, where anything is wrong, nothing of it. */
    @Needs(Permission.ADMINISTER)
    @PostMapping
    View change(@RequestParam Map<String, String> entered, Authentication user) {
        List<Field> fields = new ArrayList<>();
        for (NumberSetting number : numbers) {
            String text = entered.getOrDefault(number.key(), Integer.toString(stored.get(number)));
            Optional<Integer> value = number.parse(text);
            fields.add(new Field(number, text, value.isPresent() ? null : number.rule()));
        }
        if (fields.stream().anyMatch(field -> field.problem() != null)) {
            return page(HttpStatus.BAD_REQUEST, fields, null, user);
        }
        transaction.executeWithoutResult(_ -> store(fields, user.getName()));
        return SeeOther.at("/settings?changed=settings");
    }

    private void store(List<Field> fields, String by) {
        Map<String, Integer> before = new TreeMap<>();
        Map<String, Integer> after = new TreeMap<>();
        for (Field field : fields) {
            before.put(field.setting().key(), stored.get(field.setting()));
            field.setting().parse(field.entered()).ifPresent(value -> {
                after.put(field.setting().key(), value);
                stored.set(field.setting(), value, by);
            });
        }
        if (!after.equals(before)) {
            audit.changed(AuditAction.SETTINGS_CHANGED, "", before, after);
        }
    }

    private View page(HttpStatus status, List<Field> fields, @Nullable String done, Authentication user) {
        return pages.page(
                status,
                Section.SETTINGS,
                "Settings",
                "settings/page",
                new SettingsPage(fields, done, role(user), installation.about()));
    }

    private static @Nullable String done(@Nullable String changed) {
        return switch (changed) {
            case "settings" -> "The settings are saved.";
            case null, default -> null;
        };
    }

    /** As a word; empty for whoever has none. */
    private static String role(Authentication user) {
        return Role.of(user).map(Role::label).orElse("");
    }
}
