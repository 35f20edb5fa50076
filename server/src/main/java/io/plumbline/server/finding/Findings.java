package io.plumbline.server.finding;

import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.platform.web.NotFound;
import java.util.List;
import org.springframework.stereotype.Component;

/** Single findings. Safe for many threads. */
@Component
class Findings {

    private final FindingList list;
    private final LiveConnectors connectors;

    Findings(FindingList list, LiveConnectors connectors) {
        this.list = list;
        this.connectors = connectors;
    }

    /** @throws NotFound where there is none; one that is fixed or withheld is there too */
    Finding get(String id) {
        List<Integer> live = List.of(connectors.ids());
        return FindingId.parse(id).stream()
                .filter(known -> live.contains(known.connector()))
                .flatMap(known -> list.load(List.of(known)).stream())
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no finding with the id %s.".formatted(id)));
    }
}
