package io.plumbline.server.sync;

import io.plumbline.server.platform.setting.NumberSetting;
import io.plumbline.server.platform.setting.StoredSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long the lines of sync logs are kept, and their end. The record of a sync itself stays: findings and histories refer to it.
 * Safe for many threads.
 */
@Component
class LogRetention {

    static final NumberSetting SETTING = new NumberSetting(
            "syncLogRetentionDays",
            "Keep the logs of syncs for",
            "days",
            "After that the lines of a log go, once a day. What a sync did and when stays in its row.",
            1,
            3_650,
            90);

    /** So few that nobody waits for their locks, nor a replica for their transaction. */
    static final int BATCH = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(LogRetention.class);

    private final StoredSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    LogRetention(StoredSettings settings, JdbcClient jdbc, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    int days() {
        return settings.get(SETTING);
    }

    /** Whether the log of a sync that ended then is past its time. */
    boolean isOver(Instant finishedAt) {
        return finishedAt.isBefore(before());
    }

    /** Removes what is past its time, batch by batch. A sync that has not ended keeps its log however old it is. */
    void removeOld() {
        OffsetDateTime before = before().atOffset(ZoneOffset.UTC);
        long removed = 0;
        int batch;
        do {
            batch = jdbc.sql("""
                            delete from sync_log where (sync_id, position) in (
                              select l.sync_id, l.position
                              from sync s join sync_log l on l.sync_id = s.id
                              where s.finished_at < :before
                              limit :batch)""").param("before", before).param("batch", BATCH).update();
            removed += batch;
        } while (batch == BATCH);
        if (removed > 0) {
            LOG.info("{} lines of sync logs were older than {} days and are gone", removed, days());
        }
    }

    private Instant before() {
        return clock.instant().minus(Duration.ofDays(days()));
    }
}
