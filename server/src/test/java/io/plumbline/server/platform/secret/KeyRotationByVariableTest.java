package io.plumbline.server.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.platform.lifecycle.StartRefusedException;
import io.plumbline.server.platform.secret.KeyRotation.Rotated;
import io.plumbline.server.platform.secret.KeyRotation.Rotated.DoneBefore;
import io.plumbline.server.platform.secret.KeyRotation.Rotated.InEnvironment;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The same where the operator gives the keys. */
class KeyRotationByVariableTest extends KeyRotationWorld {

    @Test
    void fromTheEnvironmentItNeedsBothKeysOnEveryServerFirst() {
        String old = MasterKey.random().base64();
        String next = MasterKey.random().base64();
        keep(server(old), "1/apiKey");

        assertThatThrownBy(() -> rotation(old).rotate(() -> {}))
                .isInstanceOfSatisfying(
                        StartRefusedException.class, e -> assertThat(e.remedy()).contains("OLD,NEW"))
                .hasMessageContaining("PLUMBLINE_MASTER_KEY holds no new key");

        assertThatThrownBy(() -> rotation(old + "," + old).rotate(() -> {}))
                .as("the same once more is no new key")
                .isInstanceOf(StartRefusedException.class);

        String both = old + "," + next;
        SecretBox running = server(both);
        assertThat(rotation(both).rotate(() -> {})).isEqualTo(new InEnvironment(1));
        assertThat(opened(running, "1/apiKey")).isEqualTo(API_KEY);
        assertThat(opened(server(next), "1/apiKey")).isEqualTo(API_KEY);
        assertThatThrownBy(() -> server(old))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("is not the one");
        int current = currentKey();
        assertThat(rotation(both).rotate(() -> {})).as("there is no newer one").isEqualTo(new DoneBefore());
        assertThat(currentKey()).isEqualTo(current);
        assertThat(folder).isEmptyDirectory();
    }

    /** Both look before either has the lock to change the key: each of the two has to look again once it has it. */
    @RepeatedTest(5)
    void ofTwoRotationsAtTheSameTimeOneChangesTheKeyAndOneFindsItDone() throws Exception {
        String old = MasterKey.random().base64();
        String both = old + "," + MasterKey.random().base64();
        keep(server(old), "1/apiKey");
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Rotated> rotating = () -> {
                together.await(20, TimeUnit.SECONDS);
                return rotation(both).rotate(() -> {});
            };
            Future<Rotated> one = threads.submit(rotating);
            Future<Rotated> other = threads.submit(rotating);

            assertThat(List.of(outcome(one), outcome(other)))
                    .containsExactlyInAnyOrder(new InEnvironment(1), new DoneBefore());
        }
        assertThat(opened(server(both), "1/apiKey")).isEqualTo(API_KEY);
    }

    @Test
    void aVariableBesideAFileThatServersUseIsRefused() {
        SecretBox running = server();
        keep(running, "1/apiKey");
        String both =
                new MasterKeyFile(folder).read().orElseThrow().all().getFirst().base64() + ","
                        + MasterKey.random().base64();

        assertThatThrownBy(() -> rotation(both).rotate(() -> {}))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("keys in two places");

        keep(running, "2/apiKey");
        assertThat(opened(running, "1/apiKey")).isEqualTo(API_KEY);
    }

    @Test
    void aServerWhoseEnvironmentHasOnlyTheOldKeySealsNothingWithItAndSaysWhy() {
        String old = MasterKey.random().base64();
        SecretBox stale = server(old);
        byte[] before = stale.seal("1/apiKey", API_KEY);

        rotation(old + "," + MasterKey.random().base64()).rotate(() -> {});

        assertThatThrownBy(() -> stale.seal("2/apiKey", API_KEY))
                .isInstanceOf(MasterKeyMissing.class)
                .hasMessageContaining("does not have the new one");
        assertThat(stale.open("1/apiKey", before)).isEqualTo(API_KEY);
    }

    @Test
    void withTheWrongKeyOrNoneNothingIsTouched() {
        keep(server(), "1/apiKey");
        int before = currentKey();
        String wrong = MasterKey.random().base64();

        assertThatThrownBy(() ->
                        rotation(wrong + "," + MasterKey.random().base64()).rotate(() -> {}))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageNotContaining(wrong);

        assertThat(currentKey()).isEqualTo(before);
        assertThat(opened(server(), "1/apiKey")).isEqualTo(API_KEY);
    }
}
