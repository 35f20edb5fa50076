package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.connector.api.Setting;
import io.plumbline.connector.api.SettingValues;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What stands in the fields of a connector's form, under the dotted paths that errors bear too. */
final class FormValues {

    static final String SCHEDULED = "TIMES";
    static final String BY_HAND = "BY_HAND";

    private final MultiValueMap<String, String> values;

    private FormValues(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /** As a browser sent them. */
    static FormValues sent(MultiValueMap<String, String> parameters) {
        return new FormValues(parameters);
    }

    /** Of a connector that is new. */
    static FormValues fresh(ConnectorDescriptor type) {
        return of(
                type,
                "",
                new SettingValues(Map.of()),
                DataPulling.DEFAULT,
                Connection.DEFAULT,
                Optional.of(Schedule.DEFAULT));
    }

    static FormValues of(ConnectorDescriptor type, Connector connector) {
        return of(
                type,
                connector.name(),
                connector.settings(),
                connector.dataPulling(),
                connector.connection(),
                connector.schedule());
    }

    private static FormValues of(
            ConnectorDescriptor type,
            String name,
            SettingValues settings,
            DataPulling pulling,
            Connection connection,
            Optional<Schedule> schedule) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.add("name", name);
        for (Setting setting : type.settings()) {
            settings.find(setting.key())
                    .or(() -> Optional.ofNullable(setting.defaultValue()))
                    .ifPresent(value -> values.add("settings." + setting.key(), value));
        }
        values.add("dataPulling.ingest", pulling.ingest().name());
        values.add("dataPulling.assetRetentionDays", Integer.toString(pulling.assetRetentionDays()));
        values.addAll("dataPulling.removeAssetsWithStatus", pulling.removeAssetsWithStatus());
        values.add("dataPulling.maxEndpoints", Integer.toString(pulling.maxEndpoints()));
        values.add("dataPulling.massChangeGuardPercent", Integer.toString(pulling.massChangeGuardPercent()));
        values.add("dataPulling.purgeAfterDays", Integer.toString(pulling.purgeAfterDays()));
        values.add("dataPulling.includeExcluded", Boolean.toString(pulling.includeExcluded()));
        values.add("connection.requestsPerSecond", Integer.toString(connection.requestsPerSecond()));
        addIfSet(values, "connection.proxyUrl", connection.proxyUrl());
        addIfSet(values, "connection.proxyUser", connection.proxyUser());
        addIfSet(values, "connection.trustedCa", connection.trustedCa());
        Schedule shown = schedule.orElse(Schedule.DEFAULT);
        values.add("schedule.mode", schedule.isPresent() ? SCHEDULED : BY_HAND);
        shown.times().forEach(time -> values.add("schedule.times", time.toString()));
        shown.days().stream().map(DayOfWeek::name).forEach(day -> values.add("schedule.days", day));
        values.add("schedule.timeZone", shown.timeZone().getId());
        return new FormValues(values);
    }

    private static void addIfSet(MultiValueMap<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.add(name, value);
        }
    }

    /** The first value without blanks around it; the empty text where there is none. */
    String text(String name) {
        String first = values.getFirst(name);
        return first == null ? "" : first.strip();
    }

    /** Those that are not blank. */
    List<String> texts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
