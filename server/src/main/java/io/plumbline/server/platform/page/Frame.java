package io.plumbline.server.platform.page;

import org.jspecify.annotations.Nullable;

/**
 * What stands around a page.
 *
 * @param title of the page; the window adds the product's name
 * @param section null for a page outside the navigation
 * @param user who is signed in; null on pages for everybody
 * @param csrf goes along with every form that changes something
 * @param notice a line about this installation, such as that it is a demo
 */
public record Frame(
        String title,
        @Nullable Section section,
        @Nullable String user,
        Csrf csrf,
        Reader reader,
        StaticFiles files,
        @Nullable String notice) {

    /** A token that another site cannot know. */
    public record Csrf(String parameter, String token) {}

    public boolean isIn(Section other) {
        return section == other;
    }
}
