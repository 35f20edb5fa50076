package io.plumbline.connector.cortexxdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import io.plumbline.simulator.TenantOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that ends as streams end, but within a row. */
class CutRowTest {

    private static final String ROW =
            "{\"name\": \"CVE-2024-3094\", \"severity_score\": 3.95e+0, \"impact_score\": -0.5,"
                    + " \"description\": \"Zo\\u00eb’s\\n\", \"is_excluded\": false, \"type\": null, \"extra\": {\"a\": [1, true]} ,"
                    + " \"affected_products\": [\"A\", null], \"affected_hosts\": [\"PC1\", 17, null, \"PC2\"] }";

    private static Tenant tenant;

    @BeforeAll
    static void start() {
        TenantOptions defaults = TenantOptions.defaults();
        tenant = new Tenant(defaults.withCves(1_400));
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @Test
    void isIncompleteWhereverItIsCut() {
        for (int length = 1; length < ROW.length(); length++) {
            String cut = ROW.substring(0, length);

            assertThat(failure(ROW + "\n" + cut)).as(cut).isEqualTo(ErrorCode.INCOMPLETE_RESPONSE);
        }
    }

    @Test
    void isIncompleteAlsoFarBehindTheBeginning() {
        assertThat(failure((ROW + "\n").repeat(2_000) + "{\"name\": \"CVE-2024-3094\","))
                .isEqualTo(ErrorCode.INCOMPLETE_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": oops",
                "{\"name\": tru, \"type\": null}",
                "{\"name\": 3.}",
                "{oops",
                "oops",
                "{\"name\": \"A\",}"
            })
    void isInvalidWhereItIsWrongBeforeItsEnd(String row) {
        assertThat(failure(ROW + "\n" + row)).isEqualTo(ErrorCode.INVALID_RESPONSE);
    }

    private static ErrorCode failure(String stream) {
        tenant.console()
                .faults()
                .once(Call.GET_QUERY_RESULTS_STREAM, new Fault.Status(200, "application/json", stream));
        return catchThrowableOfType(ConnectorException.class, () -> tenant.readFindings())
                .code();
    }
}
