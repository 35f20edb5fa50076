package io.plumbline.server.inventory;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories, lived by the inventory and by a model of the semantics that shares no SQL with it, compared record by record
 * after each run. Seeds are fixed, and every failure names its own; another is tried with {@code -Dplumbline.histories.seed=N}.
 */
@Execution(ExecutionMode.CONCURRENT)
class RandomHistoriesTest {

    private static final int HISTORIES_PER_DATABASE = 20;
    private static final long FIRST_SEED = Long.getLong("plumbline.histories.seed", 20260301L);

    @ParameterizedTest(name = "assets only, histories {0}")
    @ValueSource(ints = {0})
    void assetsAreWhatTheModelSays(int batch) throws InterruptedException {
        play(batch, true);
    }

    @ParameterizedTest(name = "histories {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void everythingIsWhatTheModelSays(int batch) throws InterruptedException {
        play(batch, false);
    }

    private static void play(int batch, boolean assetsOnly) throws InterruptedException {
        try (InventoryUnderTest it = new InventoryUnderTest()) {
            for (int connector = 1; connector <= HISTORIES_PER_DATABASE; connector++) {
                long seed = FIRST_SEED + batch * (long) HISTORIES_PER_DATABASE + connector;
                new RandomHistory(it, connector, seed, assetsOnly).play();
            }
        }
    }
}
