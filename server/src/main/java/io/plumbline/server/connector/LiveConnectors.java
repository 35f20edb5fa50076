package io.plumbline.server.connector;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The connectors whose part of the inventory is shown: all but those being deleted. Safe for many threads. */
@Component
public class LiveConnectors {

    private final JdbcClient jdbc;

    public LiveConnectors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Their ids, for an SQL parameter of type {@code int[]}. */
    public Integer[] ids() {
        return jdbc.sql("select id from connector where not deleting order by id")
                .query(Integer.class)
                .list()
                .toArray(Integer[]::new);
    }

    /** @param asked ids as clients send them; none means all, one that is unknown is left out */
    public Integer[] ids(List<String> asked) {
        if (asked.isEmpty()) {
            return ids();
        }
        Set<String> some = new TreeSet<>(asked);
        return List.of(ids()).stream()
                .filter(id -> some.contains(Integer.toString(id)))
                .toArray(Integer[]::new);
    }
}
