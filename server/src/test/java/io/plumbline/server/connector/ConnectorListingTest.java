package io.plumbline.server.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.connector.ConnectorApi.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorListingTest extends ConnectorRestSuite {

    @Test
    void pagesFollowEachOtherByNameWhateverHappensToTheLastOne() throws Exception {
        for (String name : List.of("b", "D", "a", "C", "é")) {
            api.created("\"name\": \"" + name + "\",");
        }

        List<String> seen = new ArrayList<>();
        Reply page = api.get("/connectors?limit=2");
        seen.addAll(names(page));
        assertThat(page.body().get("total").intValue()).isEqualTo(5);
        assertThat(page.body().get("totalIsExact").booleanValue()).isTrue();
        jdbc.sql("delete from connector where name = 'b'").update();
        while (page.body().get("nextCursor").isString()) {
            page = api.get("/connectors?limit=2&cursor="
                    + page.body().get("nextCursor").stringValue());
            seen.addAll(names(page));
        }

        assertThat(seen).containsExactly("a", "b", "C", "D", "é");
        assertThat(names(api.get("/connectors?sort=-name"))).containsExactly("é", "D", "C", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "sort=age", "cursor=%21", "cursor=YQ"})
    void whatCannotBeAskedIsRefused(String query) throws Exception {
        Reply reply = api.get("/connectors?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorFields()).containsExactly(query.substring(0, query.indexOf('=')));
    }

    @Test
    void aCursorIsBoundToItsSort() throws Exception {
        api.created("");
        api.created("");
        String cursor = api.get("/connectors?limit=1").body().get("nextCursor").stringValue();

        assertThat(api.get("/connectors?sort=-name&cursor=" + cursor).errorFields())
                .containsExactly("cursor");
    }

    private static List<String> names(Reply page) {
        return page.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("name").stringValue())
                .toList();
    }
}
