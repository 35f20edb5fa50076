package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.application.PageText;
import io.plumbline.server.application.TenantServer;
import io.plumbline.simulator.TenantOptions;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncGuardPageTest {

    @Test
    void whatTheGuardStoppedIsConfirmedAndReadAgain(@TempDir Path folder) throws Exception {
        TenantOptions small = TenantOptions.defaults().withEndpoints(60).withCves(3);
        try (TenantServer world = TenantServer.start(folder, small)) {
            String connector = world.connect("Guarded");
            String syncs = "/connectors/" + connector + "/syncs";
            world.sync(connector);
            for (int removed = 0; removed < 35; removed++) {
                world.tenant().endpoints().remove(world.tenant().endpoints().idAt(0));
            }
            String stopped = world.sync(connector);
            String id = stopped.substring(stopped.lastIndexOf('/') + 1);

            assertThat(text(world, stopped))
                    .contains("MASS_CHANGE_GUARD", "35 of 60 assets", "Nothing was changed", "What it would have done")
                    .contains("archives 35 assets", "Read again with the guard lifted");
            assertThat(text(world, syncs)).contains("By hand, guard", "(35)");

            HttpResponse<String> unconfirmed = world.browser().post(syncs, Map.of("stopped", id));
            assertThat(TenantServer.pathOf(unconfirmed)).startsWith(stopped + "?");
            assertThat(text(world, TenantServer.pathOf(unconfirmed)))
                    .contains("Nothing was started", "Tick this to go on.");

            HttpResponse<String> confirmed =
                    world.browser().post(syncs, Map.of("stopped", id, "allowMassChange", "true"));
            String after = TenantServer.pathOf(confirmed);
            world.awaitEnd(after);
            assertThat(text(world, after)).contains("Succeeded", "The mass-change guard would have stopped this sync");
            assertThat(world.browser().get(after).body()).contains("data-label=\"archived\">35<");
            assertThat(text(world, stopped)).doesNotContain("Read again with the guard lifted");
        }
    }

    private static String text(TenantServer world, String path) throws Exception {
        String html = world.browser().get(path).body();
        PageText.assertHarmless(html);
        return PageText.of(html);
    }
}
