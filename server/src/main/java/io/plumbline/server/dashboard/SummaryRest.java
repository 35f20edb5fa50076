package io.plumbline.server.dashboard;

import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.web.ListQuery;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The summary over REST. */
@Needs(Permission.READ)
@RestController
class SummaryRest {

    private final Summaries summaries;

    SummaryRest(Summaries summaries) {
        this.summaries = summaries;
    }

    @GetMapping("/api/v1/summary")
    Summary get(@RequestParam MultiValueMap<String, String> parameters) {
        ListQuery query = new ListQuery(parameters, Set.of("connectorId"));
        List.of("limit", "cursor", "sort").forEach(name -> query.refuse(name, "A summary is no list."));
        query.refuseErrors();
        return summaries.of(query.all("connectorId"));
    }
}
