package io.plumbline.connector.cortexxdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.connector.cortexxdr.xql.QueryTiming;
import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tenant that already runs as many queries as it allows. */
class ParallelQueriesTest {

    private static final String FULL =
            "{\"reply\": {\"err_code\": 500, \"err_msg\": \"An error occurred\", \"err_extra\":"
                    + " {\"err_msg\": \"reached max allowed amount of parallel running queries\"}}}";

    private final Tenant tenant = Tenant.small();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void tooManyQueriesAtOnceAreRateLimited() {
        tenant.console().behaviour().parallelQueries(0);

        assertThatThrownBy(() -> tenant.readFindings())
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMITED));
    }

    @Test
    void otherPeoplesQueriesAreWaitedForLongerThanATenantThatIsUnwell() throws InterruptedException {
        tenant.console().faults().add(Call.START_XQL_QUERY, new Fault.Status(500, "application/json", FULL), 9, 0);

        tenant.readFindings();

        assertThat(tenant.console().faults().waiting()).isZero();
        assertThat(tenant.weaknesses).isNotEmpty();
    }

    @Test
    void otherPeoplesQueriesAreWaitedForNoLongerThanSaid() {
        tenant.console().faults().always(Call.START_XQL_QUERY, new Fault.Status(500, "application/json", FULL));

        assertThatThrownBy(() -> tenant.readFindings())
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMITED));

        QueryTiming timing = QueryTiming.OF_SYNC;
        assertThat(tenant.pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(timing.patience(), timing.patience().plus(timing.longestInterval()));
    }
}
