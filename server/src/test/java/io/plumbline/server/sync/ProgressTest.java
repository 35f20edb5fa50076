package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.ReadMonitor;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Semantics §5: endpoints first, then rows; 0 while unknown; never less than before. */
class ProgressTest {

    private static final Progress.Listener NOBODY = new Progress.Listener() {
        @Override
        public void say(LogLine.Level level, String message) {}

        @Override
        public void warn(SyncWarning warning) {}
    };

    private final Progress progress = new Progress();

    @Test
    void theTotalIsZeroWhileItIsUnknown() {
        part().progress(5);

        assertFigures(5, 0);
    }

    @Test
    void endpointsCountFirstAndThenRows() {
        ReadMonitor endpoints = part();
        endpoints.expect(230);
        endpoints.progress(230);
        assertFigures(230, 230);

        ReadMonitor rows = part();
        rows.expect(1_400);
        assertFigures(230, 1_630);
        rows.progress(1_400);
        assertFigures(1_630, 1_630);
    }

    @Test
    void rowsComeOnTopOfEndpointsThatNobodyCounted() {
        part().progress(230);
        part().expect(1_400);

        assertFigures(230, 1_630);
    }

    @Test
    void neitherFigureEverDecreases() {
        ReadMonitor endpoints = part();
        endpoints.expect(230);
        endpoints.expect(200);
        endpoints.progress(-5);
        assertFigures(0, 230);

        endpoints.progress(240);
        assertFigures(240, 240);

        part().expect(0);
        assertFigures(240, 240);
    }

    @Test
    void askingAgainCountsNothing() {
        part().progress(5);
        ReadMonitor again = progress.uncounted(NOBODY);
        again.expect(100);
        again.progress(100);

        assertFigures(5, 0);
    }

    @Test
    void eachPartIsToldApartToo() {
        ReadMonitor endpoints = part(ReadPart.Part.ENDPOINTS);
        endpoints.expect(150);
        endpoints.progress(100);
        endpoints.progress(50);
        part(ReadPart.Part.ROWS).progress(1);

        assertThat(progress.figures().parts())
                .containsExactly(
                        new ReadPart(ReadPart.Part.ENDPOINTS, Instant.EPOCH, 2, 150, 150),
                        new ReadPart(ReadPart.Part.ROWS, Instant.EPOCH, 1, 1, 0));
    }

    private ReadMonitor part() {
        return part(ReadPart.Part.ROWS);
    }

    private ReadMonitor part(ReadPart.Part part) {
        return progress.nextPart(part, Instant.EPOCH, NOBODY);
    }

    private void assertFigures(long done, long total) {
        assertThat(progress.figures().done()).isEqualTo(done);
        assertThat(progress.figures().total()).isEqualTo(total);
    }
}
