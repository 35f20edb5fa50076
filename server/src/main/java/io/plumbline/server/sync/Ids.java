package io.plumbline.server.sync;

import io.plumbline.server.platform.web.NotFound;
import io.plumbline.server.platform.web.NumberedId;
import java.util.List;

/** The ids of URLs, opaque to clients: one that cannot be ours is merely unknown. */
final class Ids {

    private Ids() {}

    static int connector(String id) {
        return NumberedId.of(id, 1)
                .map(List::getFirst)
                .orElseThrow(() -> new NotFound("There is no connector with this id."));
    }

    static long sync(String id) {
        return NumberedId.of(id, 1)
                .map(List::getFirst)
                .orElseThrow(() -> new NotFound("There is no sync with this id."));
    }
}
