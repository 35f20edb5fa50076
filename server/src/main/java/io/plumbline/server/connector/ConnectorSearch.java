package io.plumbline.server.connector;

import io.plumbline.server.platform.listing.Total;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.search.SearchSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lets connectors be found by their names. There are few of them. */
@Component
final class ConnectorSearch implements SearchSource {

    private final Connectors connectors;

    ConnectorSearch(Connectors connectors) {
        this.connectors = connectors;
    }

    @Override
    public Section section() {
        return Section.CONNECTORS;
    }

    /** The list of connectors is short and has no search. */
    @Override
    public String all(String text) {
        return Section.CONNECTORS.path();
    }

    @Override
    public Found find(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<Hit> all = hits(name -> name.contains(wanted)).toList();
        return new Found(Total.exactly(all.size()), all.stream().limit(SHOWN).toList());
    }

    @Override
    public List<Hit> named(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return hits(name -> name.equals(wanted)).limit(2).toList();
    }

    private Stream<Hit> hits(Predicate<String> lowerCaseName) {
        return connectors.all().stream()
                .filter(connector -> lowerCaseName.test(connector.name().toLowerCase(Locale.ROOT)))
                .map(connector -> new Hit(
                        connector.name(), Section.CONNECTORS.path() + "/" + connector.id(), word(connector.status())));
    }

    private static String word(ConnectorStatus status) {
        return status.name().charAt(0) + status.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
