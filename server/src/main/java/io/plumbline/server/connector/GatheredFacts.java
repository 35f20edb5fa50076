package io.plumbline.server.connector;

import io.plumbline.server.connector.ConnectorFacts.Holdings;
import io.plumbline.server.connector.ConnectorFacts.Runs;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What all {@link ConnectorFacts} together know, asked once for all connectors of a page. Safe for many threads. */
@Component
public class GatheredFacts {

    // Asked for late: whoever knows facts about connectors needs connectors first.
    private final ObjectProvider<ConnectorFacts> facts;

    GatheredFacts(ObjectProvider<ConnectorFacts> facts) {
        this.facts = facts;
    }

    /** By connector id; who has none is left out, here as below. */
    public Map<Integer, Runs> runs(Collection<Connector> connectors) {
        return gather(known -> known.runs(connectors));
    }

    public Map<Integer, Holdings> holdings(Collection<Connector> connectors) {
        return gather(known -> known.holdings(connectors));
    }

    Map<Integer, LatestSync> latestSyncs(Collection<Connector> connectors) {
        return gather(known -> known.latestSyncs(connectors));
    }

    Map<Integer, LatestValidation> validations(Collection<Connector> connectors) {
        return gather(known -> known.validations(connectors));
    }

    private <T> Map<Integer, T> gather(Function<ConnectorFacts, Map<Integer, T>> question) {
        Map<Integer, T> answers = new HashMap<>();
        facts.orderedStream().forEach(known -> answers.putAll(question.apply(known)));
        return answers;
    }
}
