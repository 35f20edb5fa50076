package io.plumbline.simulator.console;

import io.plumbline.simulator.data.Cve;
import io.plumbline.simulator.data.Row;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A vulnerability as one line of a list: there may be a million hosts to it. */
record WithoutHosts(Cve cve) implements Row {

    @Override
    public Collection<String> columns() {
        return cve.columns().stream()
                .filter(column -> !column.equals("affected_hosts"))
                .toList();
    }

    @Override
    public @Nullable Object get(String column) {
        return cve.get(column);
    }
}
