package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.server.platform.web.FieldErrors;
import io.plumbline.server.platform.web.InvalidInput;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Data pulling as it would be after a change that nobody has saved, judged as a change that is. Safe for many threads. */
@Component
public class DataPullingTrials {

    private static final String DATA_PULLING = "dataPulling";

    private final ConnectorTypes types;
    private final ConnectorJson json;

    DataPullingTrials(ConnectorTypes types, ConnectorJson json) {
        this.types = types;
        this.json = json;
    }

    /**
     * @param body a merge patch of the connector that names {@code dataPulling} alone
     * @throws InvalidInput with what is wrong with it, by field
     */
    public DataPulling of(Connector stored, byte[] body) {
        return read(stored, json.body(body));
    }

    /**
     * @param form of the configuration, whose other fields do not count
     * @throws InvalidInput likewise
     */
    public DataPulling of(Connector stored, MultiValueMap<String, String> form) {
        ConnectorDescriptor type = types.get(stored.type()).descriptor();
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.set(DATA_PULLING, FormBody.patch(type, FormValues.sent(form)).get(DATA_PULLING));
        return read(stored, patch);
    }

    private DataPulling read(Connector stored, ObjectNode patch) {
        FieldErrors errors = new FieldErrors();
        ObjectNode current = json.tree(Map.of(DATA_PULLING, stored.dataPulling()));
        Fields form = new Fields(MergePatch.apply(current, patch), errors);
        DataPulling read = DataPullingFields.read(form);
        form.refuseUnknown();
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return read;
    }
}
