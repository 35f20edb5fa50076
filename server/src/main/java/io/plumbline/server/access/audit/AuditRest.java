package io.plumbline.server.access.audit;

import io.plumbline.server.platform.listing.Exports;
import io.plumbline.server.platform.listing.Lists;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log over REST. */
@Needs(Permission.ADMINISTER)
@RestController
@RequestMapping("/api/v1/audit")
class AuditRest {

    private final AuditList list;
    private final Lists lists;
    private final Exports exports;

    AuditRest(AuditList list, Lists lists, Exports exports) {
        this.list = list;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<AuditEvent> list(@RequestParam MultiValueMap<String, String> parameters) {
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
