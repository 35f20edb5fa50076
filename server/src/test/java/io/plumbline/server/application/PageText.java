package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** A page as its reader sees it. */
public final class PageText {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private PageText() {}

    /** Its words, tags left out and blanks run together. */
    public static String of(String html) {
        return TAG.matcher(html)
                .replaceAll(" ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    /** What stands between two texts, the first time they come. */
    public static String between(String html, String from, String to) {
        int start = html.indexOf(from);
        assertThat(start).as(from).isNotNegative();
        return html.substring(start + from.length(), html.indexOf(to, start + from.length()));
    }

    /** Nothing in it runs or styles but what comes from the server's own files. */
    public static void assertHarmless(String html) {
        assertThat(html)
                .doesNotContain("<style", "javascript:")
                .doesNotContainPattern("<[^>]* style=")
                .doesNotContainPattern("<[^>]* on[a-z]+=");
        assertThat(Pattern.compile("<script(?! src=\"/static/)").matcher(html).results())
                .isEmpty();
    }
}
