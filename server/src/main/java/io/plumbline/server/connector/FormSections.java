package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.connector.api.Setting;
import io.plumbline.server.connector.FormField.Choice;
import io.plumbline.server.connector.FormField.Kind;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a connector's form, each with its value, its help and what is wrong with it. Used once. */
public final class FormSections {

    private static final Map<String, String> OTHER_LABELS = Map.of(
            "type", "Type",
            "dataPulling.removeAssetsWithStatus", "Remove assets",
            "schedule.times", "Times",
            "schedule.days", "Days",
            "schedule.timeZone", "Time zone");

    /** Times of day that can be entered at once; a form that is saved has room for more. */
    private static final int TIMES = 4;

    private final ConnectorDescriptor type;
    private final FormValues values;
    private final Map<String, String> errors;
    private final String defaultName;
    private final boolean stored;

    /**
     * @param errors by the dotted path of their field
     * @param defaultName what a connector without a name is called
     * @param stored whether the connector exists, and its secrets with it
     */
    FormSections(
            ConnectorDescriptor type,
            FormValues values,
            Map<String, String> errors,
            String defaultName,
            boolean stored) {
        this.type = type;
        this.values = values;
        this.errors = errors;
        this.defaultName = defaultName;
        this.stored = stored;
    }

    /** One line of what has to be mended before the form can be saved. */
    public record Problem(String id, String label, String message) {}

    public List<Problem> problems() {
        Map<String, String> labels = new HashMap<>(OTHER_LABELS);
        Stream.of(settings(), List.of(name(), ingest(), retention(), maxEndpoints(), guard(), purge()), way())
                .flatMap(List::stream)
                .forEach(field -> labels.put(field.name(), field.label()));
        return errors.entrySet().stream()
                .map(error -> new Problem(
                        FormField.idOf(error.getKey()),
                        labels.getOrDefault(error.getKey(), error.getKey()),
                        error.getValue()))
                .toList();
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** Whether something is wrong with a field that is folded away. */
    public boolean foldedError() {
        return Stream.concat(Stream.of(guard(), purge()), way().stream()).anyMatch(field -> field.error() != null);
    }

    public FormField name() {
        return field("name", "Name", Kind.TEXT, defaultName, "What lists and filters call this connector.", null);
    }

    public List<FormField> settings() {
        return type.settings().stream().map(this::setting).toList();
    }

    private FormField setting(Setting setting) {
        String name = "settings." + setting.key();
        Kind kind = setting.secret() ? Kind.SECRET : setting.kind() == Setting.Kind.CHOICE ? Kind.CHOICE : Kind.TEXT;
        String fallback = setting.secret() ? secretFallback(name) : null;
        List<Choice> choices = setting.options().stream()
                .map(option -> choice(name, option, inWords(option)))
                .toList();
        return new FormField(
                name,
                setting.label(),
                kind,
                setting.secret() ? "" : values.text(name),
                fallback,
                setting.help(),
                errors.get(name),
                choices,
                null);
    }

    private @Nullable String secretFallback(String name) {
        if (!values.text(name).isEmpty()) {
            return "Enter it again: what was entered is never sent back";
        }
        return stored ? "Stored; leave empty to keep it" : null;
    }

    public FormField ingest() {
        String name = "dataPulling.ingest";
        return new FormField(
                name,
                "Ingest",
                Kind.CHOICE,
                values.text(name),
                null,
                "Without findings neither XQL nor vulnerability data is needed; findings already taken in are withheld.",
                errors.get(name),
                List.of(
                        choice(name, DataPulling.Ingest.ASSETS_AND_FINDINGS.name(), "Assets and findings"),
                        choice(name, DataPulling.Ingest.ASSETS_ONLY.name(), "Assets only")),
                null);
    }

    public FormField retention() {
        return field(
                "dataPulling.assetRetentionDays",
                "Asset retention",
                Kind.NUMBER,
                Integer.toString(DataPulling.DEFAULT.assetRetentionDays()),
                "An asset that the vendor has not seen for longer is archived, and comes back when it is seen again. 1 to 3650.",
                "days");
    }

    public FormField maxEndpoints() {
        return field(
                "dataPulling.maxEndpoints",
                "Maximum endpoints",
                Kind.NUMBER,
                Integer.toString(DataPulling.DEFAULT.maxEndpoints()),
                "Where the vendor has more, the sync fails before it changes anything. Up to 10,000,000.",
                "endpoints");
    }

    public FormField guard() {
        return field(
                "dataPulling.massChangeGuardPercent",
                "Mass-change guard",
                Kind.NUMBER,
                Integer.toString(DataPulling.DEFAULT.massChangeGuardPercent()),
                "A sync that would archive or fix more than this share, and at least 20 records, stops until a person confirms "
                        + "it. 100 switches the guard off.",
                "percent");
    }

    public FormField purge() {
        return field(
                "dataPulling.purgeAfterDays",
                "Forget",
                Kind.NUMBER,
                Integer.toString(DataPulling.DEFAULT.purgeAfterDays()),
                "Assets that have been archived, and findings that have been fixed, for longer are removed for good. 1 to 3650.",
                "days later");
    }

    /** How the vendor is reached. */
    public List<FormField> way() {
        String password = "connection.proxyPassword";
        return List.of(
                field(
                        "connection.requestsPerSecond",
                        "Request rate limit",
                        Kind.NUMBER,
                        Integer.toString(Connection.DEFAULT_REQUESTS_PER_SECOND),
                        "How often this connector may call the vendor. 1 to 100.",
                        "per second"),
                field(
                        "connection.proxyUrl",
                        "Proxy",
                        Kind.TEXT,
                        "None",
                        "Such as http://proxy.example:3128; one that the operator names in PLUMBLINE_ALLOWED_PROXIES. It finds "
                                + "the vendor's address itself, so that address is not checked here: the list of hosts alone "
                                + "decides where the connector may go.",
                        null),
                field(
                        "connection.proxyUser",
                        "Proxy user",
                        Kind.TEXT,
                        "None",
                        "Where the proxy asks for a login.",
                        null),
                new FormField(
                        password,
                        "Proxy password",
                        Kind.SECRET,
                        "",
                        proxyPasswordFallback(password),
                        "Stored encrypted. Another proxy gets another password, or this one entered again.",
                        errors.get(password),
                        List.of(),
                        null),
                field(
                        "connection.trustedCa",
                        "Trusted certificates",
                        Kind.LINES,
                        null,
                        "In PEM, beside those that the system trusts, for a proxy that opens TLS. The host's name is always "
                                + "checked.",
                        null));
    }

    private @Nullable String proxyPasswordFallback(String name) {
        if (!values.text(name).isEmpty()) {
            return "Enter it again: what was entered is never sent back";
        }
        return stored && !values.text("connection.proxyUser").isEmpty() ? "Leave empty to keep what is stored" : null;
    }

    /** The vendor's words, and whatever else is set. */
    public List<Choice> statuses() {
        String name = "dataPulling.removeAssetsWithStatus";
        Set<String> words = new LinkedHashSet<>(type.vendorStatuses());
        words.addAll(values.texts(name));
        return words.stream()
                .map(word -> choice(name, word, type.vendorStatuses().contains(word) ? inWords(word) : word))
                .toList();
    }

    public String otherStatuses() {
        return values.text("dataPulling.otherStatuses");
    }

    public boolean includesExcluded() {
        return values.text("dataPulling.includeExcluded").equals("true");
    }

    public boolean isByHand() {
        return values.text("schedule.mode").equals(FormValues.BY_HAND);
    }

    /** The times entered and room for more. */
    public List<String> times() {
        List<String> times = new ArrayList<>(values.texts("schedule.times"));
        do {
            times.add("");
        } while (times.size() < TIMES);
        return times;
    }

    public String timeZone() {
        return values.text("schedule.timeZone");
    }

    /** Regions to choose from, the plain UTC first. */
    public static List<String> timeZones() {
        return Stream.concat(
                        Stream.of("UTC"),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                                .sorted())
                .toList();
    }

    public List<Choice> days() {
        List<Choice> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.add(choice("schedule.days", day.name(), inWords(day.name()).substring(0, 3)));
        }
        return days;
    }

    private FormField field(
            String name, String label, Kind kind, @Nullable String fallback, String help, @Nullable String unit) {
        return new FormField(name, label, kind, values.text(name), fallback, help, errors.get(name), List.of(), unit);
    }

    private Choice choice(String name, String value, String label) {
        return new Choice(value, label, values.texts(name).contains(value));
    }

    /** "ADVANCED" is "Advanced". */
    private static String inWords(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
