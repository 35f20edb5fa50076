package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.server.platform.table.Amount;
import io.plumbline.server.platform.web.FieldErrors;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What will happen, in sentences. What a field that is wrong would say is left open. */
final class FormSummary {

    static final String PLAIN_HTTP =
            "Careful: it reaches the vendor by plain HTTP. Whoever is in between can read the key and the data, and change both.";

    private static final List<DayOfWeek> WORKING_DAYS =
            Arrays.asList(DayOfWeek.values()).subList(0, 5);

    private final Draft draft;
    private final FieldErrors errors;

    private FormSummary(Draft draft, FieldErrors errors) {
        this.draft = draft;
        this.errors = errors;
    }

    static List<String> of(Draft draft, FieldErrors errors) {
        FormSummary summary = new FormSummary(draft, errors);
        return Stream.of(
                        summary.reading(),
                        summary.clear(),
                        summary.proxy(),
                        summary.limit(),
                        summary.archiving(),
                        summary.guard())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private String reading() {
        DataPulling pulling = draft.dataPulling();
        String what = pulling.findingsWanted() ? "assets and findings" : "assets, no findings,";
        return "%s Plumbline reads %s from %s; nothing there is changed.".formatted(when(), what, where());
    }

    private String when() {
        if (errors.has("schedule.times") || errors.has("schedule.days") || errors.has("schedule.timeZone")) {
            return "On a schedule that is not complete yet,";
        }
        return draft.schedule().map(FormSummary::when).orElse("When somebody starts a sync by hand,");
    }

    private static String when(Schedule schedule) {
        String times = listed(schedule.times().stream().map(LocalTime::toString).toList());
        Duration spread = Schedule.SPREAD;
        return "%s at %s %s%s,"
                .formatted(
                        days(schedule.days()),
                        times,
                        schedule.timeZone(),
                        schedule.equals(Schedule.DEFAULT)
                                ? ", or up to %d minutes later".formatted(spread.toMinutes())
                                : "");
    }

    private static String days(List<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return "Every day";
        }
        if (days.equals(WORKING_DAYS)) {
            return "From Monday to Friday";
        }
        return "Every "
                + listed(days.stream()
                        .map(day ->
                                day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT))
                        .toList());
    }

    private String where() {
        ConnectorDescriptor type = draft.type().descriptor();
        String key = AddressSetting.keyOf(type);
        return Optional.of(key)
                .filter(known -> !errors.has("settings." + known))
                .flatMap(known -> draft.plainSettings().find(known))
                .filter(address -> !address.isBlank())
                .orElse(type.name());
    }

    private String clear() {
        ConnectorDescriptor type = draft.type().descriptor();
        return AddressSetting.isPlainHttp(type, draft.plainSettings())
                        && !errors.has("settings." + AddressSetting.keyOf(type))
                ? PLAIN_HTTP
                : "";
    }

    private String proxy() {
        String proxy = draft.connection().proxyUrl();
        return proxy == null || errors.has("connection.proxyUrl")
                ? ""
                : "It goes through the proxy %s, which finds the vendor's address itself.".formatted(proxy);
    }

    private String limit() {
        return errors.has("dataPulling.maxEndpoints")
                ? "How many endpoints it takes in is not settled yet."
                : "Where there are more than %s endpoints, the sync fails and changes nothing."
                        .formatted(Amount.text(draft.dataPulling().maxEndpoints()));
    }

    private String archiving() {
        DataPulling pulling = draft.dataPulling();
        if (errors.has("dataPulling.assetRetentionDays") || errors.has("dataPulling.removeAssetsWithStatus")) {
            return "When assets are archived is not settled yet.";
        }
        String statuses = pulling.removeAssetsWithStatus().isEmpty()
                ? ""
                : ", and at once one whose status is " + alternatives(pulling.removeAssetsWithStatus());
        return "An asset that no complete sync returns, or that was last seen more than %s days ago, is archived%s."
                .formatted(Amount.text(pulling.assetRetentionDays()), statuses);
    }

    private String guard() {
        int percent = draft.dataPulling().massChangeGuardPercent();
        if (errors.has("dataPulling.massChangeGuardPercent")) {
            return "";
        }
        return percent == 100
                ? "No sync is stopped for changing much."
                : "A sync that would archive or fix more than %d %% waits for a person to confirm it."
                        .formatted(percent);
    }

    private static String listed(List<String> words) {
        return joined(words, " and ");
    }

    private static String alternatives(List<String> words) {
        return joined(words, " or ");
    }

    private static String joined(List<String> words, String last) {
        return words.size() < 2
                ? String.join("", words)
                : words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", "))
                        + last
                        + words.getLast();
    }
}
