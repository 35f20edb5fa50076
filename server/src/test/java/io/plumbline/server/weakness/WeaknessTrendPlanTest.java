package io.plumbline.server.weakness;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.platform.listing.ExplainingDataSource;
import io.plumbline.server.platform.listing.ManyRecords;
import io.plumbline.server.platform.listing.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However many weaknesses moved on however many days, one reads its own lines of the days that are shown, and no finding. */
class WeaknessTrendPlanTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    @Test
    void aTrendIsReadFromTheKeyOfItsLines() {
        ExplainingDataSource database =
                new ExplainingDataSource(ManyRecords.made().source());
        JdbcClient jdbc = JdbcClient.create(database);
        WeaknessTrend trend = new WeaknessTrend(new LiveConnectors(jdbc), jdbc);

        assertThat(trend.upTo(TODAY, 5))
                .last()
                .satisfies(day -> assertThat(day.open()).isEqualTo(30));

        List<Plan> plans = database.takePlans();
        assertThat(plans)
                .anyMatch(plan -> plan.sql().contains("weakness_trend"))
                .allSatisfy(plan -> assertThat(plan.root().toString()).doesNotContain("finding"))
                .allSatisfy(plan -> assertThat(plan.faults(Pattern.compile("weakness_trend")))
                        .as(() -> plan.root().toPrettyString())
                        .isEmpty());
    }
}
