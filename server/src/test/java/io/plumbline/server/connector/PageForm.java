package io.plumbline.server.connector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form as a browser without script would send it: every field with what the page put into it, unless a person changes it. */
final class PageForm {

    private static final Pattern FORM = Pattern.compile("<form class=\"connector-form\".*?</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern AREA = Pattern.compile("<textarea ([^>]*)>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");

    private final List<Map.Entry<String, String>> fields = new ArrayList<>();

    private PageForm() {}

    /** The connector's form on a page. */
    static PageForm on(String html) {
        Matcher form = FORM.matcher(html);
        if (!form.find()) {
            throw new AssertionError("no form on " + html);
        }
        PageForm read = new PageForm();
        Matcher inputs = INPUT.matcher(form.group());
        while (inputs.find()) {
            read.add(attributes(inputs.group(1)));
        }
        Matcher areas = AREA.matcher(form.group());
        while (areas.find()) {
            // As browsers do: a line ends in two characters, and the first break after the tag is none.
            String text = unescaped(areas.group(2)).replaceFirst("^\n", "").replace("\n", "\r\n");
            read.fields.add(Map.entry(attributes(areas.group(1)).getOrDefault("name", ""), text));
        }
        return read;
    }

    private void add(Map<String, String> input) {
        boolean choice = List.of("checkbox", "radio").contains(input.getOrDefault("type", "text"));
        if (!choice || input.containsKey("checked")) {
            fields.add(Map.entry(input.getOrDefault("name", ""), input.getOrDefault("value", "")));
        }
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new HashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(text);
        while (matcher.find()) {
            attributes.put(matcher.group(1), matcher.group(2) == null ? "" : unescaped(matcher.group(2)));
        }
        return attributes;
    }

    private static String unescaped(String text) {
        return text.replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** With these values and no others in a field; none leaves it out, as boxes without a tick are. */
    PageForm with(String name, String... values) {
        fields.removeIf(field -> field.getKey().equals(name));
        for (String value : values) {
            fields.add(Map.entry(name, value));
        }
        return this;
    }

    List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    List<Map.Entry<String, String>> fields() {
        return fields;
    }
}
