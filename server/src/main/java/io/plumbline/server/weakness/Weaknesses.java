package io.plumbline.server.weakness;

import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.platform.web.NotFound;
import io.plumbline.server.platform.web.NumberedId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Single weaknesses, as all connectors know them. Safe for many threads. */
@Component
class Weaknesses {

    private final WeaknessList list;
    private final LiveConnectors connectors;

    Weaknesses(WeaknessList list, LiveConnectors connectors) {
        this.list = list;
        this.connectors = connectors;
    }

    /** @throws NotFound where there is none; one that has no open finding is there too */
    Weakness get(String id) {
        List<Integer> knownBy = List.of(connectors.ids());
        return NumberedId.of(id, 1).stream()
                .map(numbers -> new KnownWeakness(numbers.getFirst(), knownBy))
                .flatMap(known -> list.load(List.of(known)).stream())
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no weakness with the id %s.".formatted(id)));
    }
}
