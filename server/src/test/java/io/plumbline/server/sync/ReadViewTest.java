package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadViewTest {

    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");

    private static ReadView view(SyncStage stage, long seconds, ReadPart... parts) {
        Sync sync = new Sync(
                "1",
                "1",
                SyncTrigger.MANUAL,
                Sync.FULL,
                SyncStatus.RUNNING,
                stage,
                START,
                START,
                null,
                0L,
                false,
                new Sync.Progress(0, 0),
                List.of(parts),
                Sync.NOTHING,
                null,
                List.of(),
                List.of(),
                null,
                1,
                null);
        return ReadView.of(sync, START.plusSeconds(seconds));
    }

    private static ReadPart endpoints(long pages, long done, long total) {
        return new ReadPart(ReadPart.Part.ENDPOINTS, START, pages, done, total);
    }

    private static ReadPart rows(long done, long total) {
        return new ReadPart(ReadPart.Part.ROWS, START.plusSeconds(60), done, done, total);
    }

    @Test
    void pagesItemsPercentAndTheTimeThatIsLeft() {
        ReadView view = view(SyncStage.FETCHING, 60, endpoints(12, 1_200, 5_000));

        assertThat(view.text()).isEqualTo("12 pages, 1,200 of 5,000 endpoints");
        assertThat(view.percent()).isEqualTo("24 %");
        assertThat(view.left()).isEqualTo("about 3 min left");
    }

    @Test
    void theBarIsThatOfThePartWhichIsBeingRead() {
        ReadView view = view(SyncStage.FETCHING, 80, endpoints(50, 5_000, 5_000), rows(350, 1_400));

        assertThat(view.text()).isEqualTo("50 pages, 5,000 of 5,000 endpoints · 350 of 1,400 rows of vulnerabilities");
        assertThat(view.percent()).isEqualTo("25 %");
        assertThat(view.left()).isEqualTo("about 1 min left");
    }

    @Test
    void aHundredPercentIsOnlyWhenAllIsRead() {
        assertThat(view(SyncStage.FETCHING, 60, endpoints(51, 1_999, 2_000)).percent())
                .isEqualTo("99 %");
    }

    @Test
    void whatNobodyKnowsIsNotGuessed() {
        assertThat(view(SyncStage.FETCHING, 60, endpoints(3, 300, 0)))
                .isEqualTo(new ReadView("3 pages, 300 endpoints", 0, 0, null));
        assertThat(view(SyncStage.FETCHING, 60, endpoints(0, 0, 500)).left()).isNull();
        assertThat(view(SyncStage.FETCHING, 1, endpoints(1, 100, 500)).left()).isNull();
        assertThat(view(SyncStage.NORMALIZING, 60, endpoints(5, 500, 500)).percent())
                .isNull();
    }
}
