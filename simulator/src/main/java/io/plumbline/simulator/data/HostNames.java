package io.plumbline.simulator.data;

import java.util.function.Supplier;
import java.util.stream.Stream;

/** Names of hosts that are computed one by one while they are read. May be read any number of times. */
public final class HostNames {

    private final Supplier<Stream<String>> names;

    HostNames(Supplier<Stream<String>> names) {
        this.names = names;
    }

    public Stream<String> stream() {
        return names.get();
    }
}
