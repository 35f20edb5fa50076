package io.plumbline.server.platform.listing;

import io.plumbline.server.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Of a profile of its own, or the whole server, when a test starts it, would have this resource too. */
@RestController
@RequestMapping("/numbers")
@Profile("numbers")
class NumberRest {

    private final NumberList list;
    private final Lists lists;
    private final Exports exports;

    NumberRest(JdbcClient jdbc, Lists lists, Exports exports) {
        this.list = new NumberList(jdbc);
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<NumberList.Row> list(@RequestParam MultiValueMap<String, String> parameters) {
        return lists.page(list, parameters);
    }

    @GetMapping(produces = Exports.CSV)
    void csv(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response) throws IOException {
        exports.csv(list, parameters, response);
    }

    @GetMapping(produces = Exports.NDJSON)
    void ndjson(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        exports.ndjson(list, parameters, response);
    }
}
