package io.plumbline.server.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rule for plans sees what breaks it: of a rule that nothing can break, one that is kept says nothing. */
class PlanTest {

    private static final Pattern FINDINGS = Pattern.compile("finding(_\\d+)?");
    private static final String BY_TIME =
            " from finding f where f.connector_id = 1 and f.standing = 1 order by f.first_observed_at";

    private static ExplainingDataSource database;

    @BeforeAll
    static void make() {
        database = new ExplainingDataSource(ManyRecords.made().source());
    }

    @Test
    void aStretchOfAnIndexKeepsIt() {
        assertThat(faults("select f.name_id" + BY_TIME + " limit 51")).isEmpty();
        assertThat(faults("select * from finding f where f.connector_id = 1 and f.name_id = 7 and f.weakness_id = 7"))
                .isEmpty();
    }

    @Test
    void aTableReadWholeBreaksIt() {
        assertThat(faults("select 1 from finding f where f.state_sync = 7 limit 51"))
                .contains("reads all of finding_1");
    }

    @Test
    void anIndexReadWholeBreaksIt() {
        assertThat(
                        faults(
                                "select f.name_id from finding_1 f where f.state_sync = 1 order by f.connector_id, f.name_id limit 51"))
                .containsExactly("reads all of finding_1_pkey");
    }

    @Test
    void readingWithoutALimitBreaksIt() {
        assertThat(faults("select f.name_id" + BY_TIME))
                .singleElement()
                .asString()
                .matches("reads \\d+ rows of finding_1 without a limit");
    }

    @Test
    void sortingBreaksItHoweverLittleOfItIsShown() {
        assertThat(faults("select f.name_id" + BY_TIME + ", f.last_observed_at limit 51"))
                .anyMatch(fault -> fault.matches("(Sort of|reads) \\d{5,} rows.*"));
    }

    @Test
    void everyQueryIsExplainedAsItIsAsked() {
        JdbcClient.create(database)
                .sql("select f.name_id from finding f where f.connector_id = :connector and f.name_id = any(:names)")
                .param("connector", 1)
                .param("names", new Integer[] {7, 8})
                .query(Integer.class)
                .list();

        assertThat(database.takePlans())
                .singleElement()
                .satisfies(plan -> assertThat(plan.root().toString()).contains("finding_1", "{7,8}"));
    }

    private static List<String> faults(String sql) {
        JdbcClient.create(database).sql(sql).query().listOfRows();
        List<Plan> plans = database.takePlans();
        assertThat(plans).hasSize(1);
        return plans.getFirst().faults(FINDINGS);
    }
}
