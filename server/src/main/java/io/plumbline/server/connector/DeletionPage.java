package io.plumbline.server.connector;

import io.plumbline.server.connector.ConnectorFacts.Holdings;
import java.util.regex.Pattern;

/**
 * Asks whether a connector is to be deleted, with the numbers that it costs.
 *
 * @param expected what has to be typed
 * @param typed what was
 * @param wrong whether that was something else
 */
public record DeletionPage(String path, String name, String expected, Holdings holdings, String typed, boolean wrong) {

    /** What nobody can type: marks of direction, zero-width characters and their like. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Co}\\p{Cn}]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    static DeletionPage of(Connector connector, Holdings holdings, String typed, boolean wrong) {
        return new DeletionPage(
                ConnectorHeader.pathOf(connector.id()), connector.name(), expected(connector), holdings, typed, wrong);
    }

    /** Without regard to case, as names are compared. */
    static boolean confirms(String typed, Connector connector) {
        return ConnectorName.key(visible(typed)).equals(ConnectorName.key(expected(connector)));
    }

    private static String expected(Connector connector) {
        String visible = visible(connector.name());
        return visible.isEmpty() ? "connector " + connector.id() : visible;
    }

    private static String visible(String name) {
        return BLANKS.matcher(UNSEEN.matcher(name).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
