package io.plumbline.server.platform.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a record stands in its list: the values of the sort's keys. */
public record Place(List<Object> values) {

    static Place read(ResultSet row, List<Key> keys) throws SQLException {
        List<Object> values = new ArrayList<>(keys.size());
        for (Key key : keys) {
            values.add(key.type().read(row, values.size() + 1));
        }
        return new Place(values);
    }

    /** From a cursor; empty where these are no values of these keys. */
    static Optional<Place> parse(List<String> texts, List<Key> keys) {
        if (texts.size() != keys.size()) {
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            keys.get(i).type().parse(texts.get(i)).ifPresent(values::add);
        }
        return values.size() == keys.size() ? Optional.of(new Place(values)) : Optional.empty();
    }

    /** The value of a key that is {@link Key#integer}. */
    public int integer(int index) {
        return (Integer) values.get(index);
    }

    List<String> texts() {
        return values.stream().map(Object::toString).toList();
    }
}
