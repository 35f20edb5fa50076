package io.plumbline.server.finding;

import io.plumbline.server.platform.web.NumberedId;
import java.util.Optional;

/** A weakness on an asset name of a connector; to clients one opaque text. */
record FindingId(int connector, int name, int weakness) {

    /** Empty for a text that can be no finding's. */
    static Optional<FindingId> parse(String text) {
        return NumberedId.of(text, 3).map(numbers -> new FindingId(numbers.get(0), numbers.get(1), numbers.get(2)));
    }

    @Override
    public String toString() {
        return connector + "-" + name + "-" + weakness;
    }
}
