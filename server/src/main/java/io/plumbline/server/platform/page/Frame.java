package io.plumbline.server.platform.page;

import io.plumbline.server.platform.permission.Permission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page.
 *
 * @param title of the page; the window adds the product's name
 * @param section null for a page outside the navigation
 * @param user who is signed in; null on pages for everybody
 * @param permissions what that user may do
 * @param csrf goes along with every form that changes something
 * @param notice a line about this installation, such as that it is a demo
 * @param settingsTabs those that this user may open
 */
public record Frame(
        String title,
        @Nullable Section section,
        @Nullable String user,
        Set<Permission> permissions,
        Csrf csrf,
        Reader reader,
        StaticFiles files,
        @Nullable String notice,
        List<SettingsTab> settingsTabs) {

    /** A token that another site cannot know. */
    public record Csrf(String parameter, String token) {}

    /** Whether whoever looks may operate connectors: what only leads to a refusal is not shown. */
    public boolean mayOperate() {
        return permissions.contains(Permission.OPERATE);
    }

    public boolean mayAdminister() {
        return permissions.contains(Permission.ADMINISTER);
    }

    public boolean isIn(Section other) {
        return section == other;
    }
}
