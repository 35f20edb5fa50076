package io.plumbline.server.sync;

import io.plumbline.server.platform.web.NotFound;

/** The ids of URLs, opaque to clients: one that cannot be ours is merely unknown. */
final class Ids {

    private Ids() {}

    static int connector(String id) {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            throw new NotFound("There is no connector with this id.");
        }
    }

    static long sync(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new NotFound("There is no sync with this id.");
        }
    }
}
