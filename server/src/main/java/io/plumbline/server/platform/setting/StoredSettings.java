package io.plumbline.server.platform.setting;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Settings as they stand. Safe for many threads; every node sees a change at once. */
@Component
public class StoredSettings {

    private final JdbcClient jdbc;
    private final Clock clock;

    public StoredSettings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is stored and no longer allowed counts as not set. */
    public int get(NumberSetting setting) {
        return jdbc.sql("select value from setting where key = :key")
                .param("key", setting.key())
                .query(String.class)
                .optional()
                .flatMap(setting::parse)
                .orElse(setting.usual());
    }

    /**
     * @param value one that the setting allows
     * @param user who sets it
     */
    public void set(NumberSetting setting, int value, String user) {
        String text = Integer.toString(value);
        if (setting.parse(text).isEmpty()) {
            throw new IllegalArgumentException(setting.key() + " may not be " + value);
        }
        jdbc.sql("""
                        insert into setting as s (key, value, changed_at, changed_by) values (:key, :value, :now, :user)
                        on conflict (key) do update
                        set value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        where s.value <> excluded.value""")
                .param("key", setting.key())
                .param("value", text)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", user)
                .update();
    }
}
