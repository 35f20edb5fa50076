package io.plumbline.server.sync;

import io.plumbline.server.connector.DataPulling;
import io.plumbline.server.inventory.ChangeCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The columns of a sync that are JSON, in the shape in which they are shown. */
@Component("syncJson")
final class Json {

    private static final TypeReference<List<StageTimes>> STAGES = new TypeReference<>() {};
    private static final TypeReference<List<SyncWarning>> WARNINGS = new TypeReference<>() {};

    private static final TypeReference<List<ReadPart>> READING = new TypeReference<>() {};

    private final JsonMapper mapper = JsonMapper.builder().build();

    String text(Object value) {
        return mapper.writeValueAsString(value);
    }

    List<StageTimes> stages(String json) {
        return mapper.readValue(json, STAGES);
    }

    List<SyncWarning> warnings(String json) {
        return mapper.readValue(json, WARNINGS);
    }

    List<ReadPart> reading(String json) {
        return mapper.readValue(json, READING);
    }

    @Nullable
    Sizes sizes(@Nullable String json) {
        return json == null ? null : mapper.readValue(json, Sizes.class);
    }

    @Nullable
    SyncError error(@Nullable String json) {
        return json == null ? null : mapper.readValue(json, SyncError.class);
    }

    @Nullable
    DataPulling pulling(@Nullable String json) {
        return json == null ? null : mapper.readValue(json, DataPulling.class);
    }

    @Nullable
    ChangeCounts counts(@Nullable String json) {
        return json == null ? null : mapper.readValue(json, ChangeCounts.class);
    }
}
