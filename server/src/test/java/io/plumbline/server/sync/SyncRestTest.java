package io.plumbline.server.sync;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.server.platform.web.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class SyncRestTest {

    private final World world = new World();
    private final Node node = world.start("a");
    private final int connector = world.connector(Vendor.of(5, 2));
    private final String syncs = "/api/v1/connectors/" + connector + "/syncs";
    private final MockMvc web = MockMvcBuilders.standaloneSetup(new SyncRest(node.syncs, node.reading, node.listing))
            .setControllerAdvice(new Problems())
            .build();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void postAnswersWithTheSync() throws Exception {
        web.perform(post(syncs))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.connectorId").value(Integer.toString(connector)))
                .andExpect(jsonPath("$.trigger").value("MANUAL"))
                .andExpect(jsonPath("$.type").value("FULL"))
                .andExpect(jsonPath("$.queuedAt").value("2026-03-10T12:00:00Z"));
    }

    @Test
    void finishedSyncReadsAsTheContractSays() throws Exception {
        Sync sync = node.sync(connector);

        web.perform(get("/api/v1/syncs/" + sync.id()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("SUCCEEDED"))
                .andExpect(jsonPath("$.stage").value("DONE"))
                .andExpect(jsonPath("$.progress.done").value(7))
                .andExpect(jsonPath("$.counts.assets.created").value(5))
                .andExpect(jsonPath("$.counts.findings.created").value(10))
                .andExpect(jsonPath("$.warnings").isEmpty())
                .andExpect(jsonPath("$.error").isEmpty());
        web.perform(get(syncs).param("status", "SUCCEEDED"))
                .andExpect(jsonPath("$.items[0].id").value(sync.id()))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.totalIsExact").value(true));
        web.perform(get(syncs).param("status", "FAILED"))
                .andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void logIsJsonOrText() throws Exception {
        Sync sync = node.sync(connector);
        String log = "/api/v1/syncs/" + sync.id() + "/log";

        web.perform(get(log))
                .andExpect(jsonPath("$[0].at").value("2026-03-10T12:00:00Z"))
                .andExpect(jsonPath("$[0].level").value("INFO"))
                .andExpect(jsonPath("$[0].stage").value("INITIATING"))
                .andExpect(jsonPath("$[0].message").value("Sync started by a person."));
        web.perform(get(log).param("level", "ERROR")).andExpect(jsonPath("$").isEmpty());
        web.perform(get(log).accept(MediaType.TEXT_PLAIN))
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_PLAIN))
                .andExpect(content().string(containsString("INFO  INITIATING        Sync started by a person.\n")));
    }

    @Test
    void refusalsAreConflictsAndTheUnknownIsNotFound() throws Exception {
        Sync sync = node.sync(connector);
        web.perform(post("/api/v1/syncs/" + sync.id() + "/cancel")).andExpect(status().isConflict());
        world.disable(connector);
        web.perform(post(syncs)).andExpect(status().isConflict());
        web.perform(get("/api/v1/syncs/nonsense")).andExpect(status().isNotFound());
        web.perform(get("/api/v1/connectors/4711/syncs")).andExpect(status().isNotFound());
        web.perform(get(syncs).param("cursor", "bm9uc2Vuc2U")).andExpect(status().isBadRequest());
    }
}
