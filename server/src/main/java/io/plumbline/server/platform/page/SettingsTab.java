package io.plumbline.server.platform.page;

import io.plumbline.server.platform.permission.Permission;

/**
 * A tab of the settings. Whoever declares a bean of this has a page at its path, with {@code piece/settingstabs} on top; tabs stand
 * in the order of their beans ({@link org.springframework.core.annotation.Order}).
 *
 * @param label what it is called, such as "API tokens"
 * @param path of its page, such as {@code /settings/tokens}
 * @param needs what its page needs: it is shown to nobody else
 */
public record SettingsTab(String label, String path, Permission needs) {

    public static final int GENERAL = 0;
    public static final int USERS = 100;
    public static final int TOKENS = 200;
    public static final int AUDIT = 300;
}
