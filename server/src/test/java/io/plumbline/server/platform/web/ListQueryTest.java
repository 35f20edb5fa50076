package io.plumbline.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class ListQueryTest {

    /** The database would round it up, and so compare with a later time than the one that was asked for. */
    @Test
    void aTimeIsCutToWhatTheDatabaseKeeps() {
        LinkedMultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("after", "2026-01-31T23:59:59.9999999Z");

        assertThat(new ListQuery(parameters, Set.of("after")).instant("after"))
                .contains(Instant.parse("2026-01-31T23:59:59.999999Z"));
    }
}
