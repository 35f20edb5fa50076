package io.plumbline.server.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final Secret API_KEY = Secret.of("k3y-of-Zürich");

    private final SecretBox box = box(MasterKey.random());

    private static SecretBox box(MasterKey... keys) {
        return new SecretBox(() -> MasterKeys.of(keys), () -> keys[0].id());
    }

    @Test
    void whatIsSealedOpensAtItsPlace() {
        assertThat(box.open("17/apiKey", box.seal("17/apiKey", API_KEY)).reveal())
                .isEqualTo("k3y-of-Zürich");
    }

    @Test
    void aSealedSecretDoesNotOpenAtAnotherPlace() {
        byte[] sealed = box.seal("17/apiKey", API_KEY);

        assertThatThrownBy(() -> box.open("18/apiKey", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSealedSecretDoesNotOpenWithAnotherKeyOrAfterAChange() {
        byte[] sealed = box.seal("17/apiKey", API_KEY);
        assertThatThrownBy(() -> box(MasterKey.random()).open("17/apiKey", sealed))
                .isInstanceOf(IllegalStateException.class);

        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> box.open("17/apiKey", sealed)).isInstanceOf(IllegalStateException.class);
    }

    /** Rows are opened while others change keys, and while the connection is busy with the result that they are in. */
    @Test
    void openingAsksTheDatabaseNothingAlsoWhereTheKeyIsNew() {
        MasterKey old = MasterKey.random();
        MasterKey next = MasterKey.random();
        AtomicReference<MasterKeys> kept = new AtomicReference<>(MasterKeys.of(old));
        AtomicInteger looks = new AtomicInteger();
        SecretBox reading = new SecretBox(
                () -> {
                    looks.incrementAndGet();
                    return kept.get();
                },
                () -> {
                    throw new AssertionError("the database is asked");
                });
        kept.set(MasterKeys.of(next));

        for (MasterKey key : List.of(next, old, next)) {
            assertThat(reading.open("17/apiKey", box(key).seal("17/apiKey", API_KEY)))
                    .isEqualTo(API_KEY);
        }
        assertThat(looks).as("once at the start, once for the new key").hasValue(2);
    }

    @Test
    void theSameSecretIsSealedDifferentlyEachTimeAndNeverInTheClear() {
        byte[] one = box.seal("17/apiKey", API_KEY);
        byte[] other = box.seal("17/apiKey", API_KEY);

        assertThat(Arrays.equals(one, other)).isFalse();
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("k3y");
    }

    @Test
    void aSecretDoesNotShowItself() {
        assertThat(API_KEY)
                .hasToString("(secret)")
                .isEqualTo(Secret.of("k3y-of-Zürich"))
                .isNotEqualTo(Secret.of("x"));
        assertThat(Secret.of("a").hashCode()).isEqualTo(Secret.of("b").hashCode());
    }
}
