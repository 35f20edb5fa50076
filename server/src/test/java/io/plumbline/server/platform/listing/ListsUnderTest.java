package io.plumbline.server.platform.listing;

import io.plumbline.server.platform.web.Cursor;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import io.plumbline.server.platform.web.Page;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;

/** Asks a list for pages, without a server around it. */
public final class ListsUnderTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Lists lists;

    public ListsUnderTest(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        lists = new Lists(jdbc, new Snapshots(new DataSourceTransactionManager(database), jdbc));
    }

    /** @param query as in a URL, nothing encoded */
    public <T> Page<T> page(ListDefinition<?, T> list, String query) {
        return lists.page(list, parameters(query));
    }

    /** Everything, as an export reads it. */
    public <T> void all(ListDefinition<?, T> list, String query, Consumer<List<T>> receiver) {
        lists.all(list, parameters(query), receiver);
    }

    /**
     * A cursor at the place where another one is, of the list sorted the other way: far down the list, without reading all that is
     * before.
     *
     * @param sort that the new one is for
     */
    public static String turned(ListDefinition<?, ?> list, String query, String sort, String cursor) {
        byte[] json = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.US_ASCII));
        List<String> place = Arrays.asList(JSON.readValue(json, String[].class));
        Sort wanted = new Sort(sort.replace("-", ""), sort.startsWith("-"));
        String identity = new ListQuery(parameters(query), list.filters()).identity(list.name(), wanted);
        return Cursor.after(identity, place.subList(1, place.size()));
    }

    private static MultiValueMap<String, String> parameters(String query) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.add(parameter.substring(0, equals), parameter.substring(equals + 1));
            }
        }
        return parameters;
    }
}
