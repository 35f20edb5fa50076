package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.server.platform.web.Conflict;
import io.plumbline.server.platform.web.FieldErrors;
import io.plumbline.server.platform.web.InvalidInput;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** What a person does to connectors, each in one transaction with all who listen. Safe for many threads. */
@Component
class ConnectorChanges {

    private static final String NAME_TAKEN = "Another connector has this name.";

    private final ConnectorStore store;
    private final ConnectorSecrets secrets;
    private final ConnectorForm form;
    private final ConnectorViews views;
    private final ConnectorJson json;
    private final ConnectorAudit audit;
    private final TransactionTemplate transaction;
    // Asked for late: whoever listens to connectors needs connectors first.
    private final ObjectProvider<ConnectorListener> listeners;

    ConnectorChanges(
            ConnectorStore store,
            ConnectorSecrets secrets,
            ConnectorForm form,
            ConnectorViews views,
            ConnectorJson json,
            ConnectorAudit audit,
            TransactionTemplate transaction,
            ObjectProvider<ConnectorListener> listeners) {
        this.store = store;
        this.secrets = secrets;
        this.form = form;
        this.views = views;
        this.json = json;
        this.audit = audit;
        this.transaction = transaction;
        this.listeners = listeners;
    }

    Connector create(ObjectNode body, boolean wantsSync) {
        FieldErrors errors = new FieldErrors();
        Optional<Draft> read = form.read(body, errors);
        refuseTakenName(read.flatMap(Draft::name), 0, errors);
        Draft draft = sound(read, errors);
        return transaction.execute(status -> {
            int id = insert(draft);
            secrets.store(id, draft.secrets());
            Connector created = store.find(id).orElseThrow();
            audit.created(created, draft.secrets());
            tell(listener -> listener.created(created, wantsSync));
            return created;
        });
    }

    Connector change(int id, IfMatch condition, ObjectNode patch, boolean wantsSync, boolean tenantChangeConfirmed) {
        try {
            return transaction.execute(status -> {
                Connector before = locked(id, condition);
                return change(before, patch, wantsSync, tenantChangeConfirmed);
            });
        } catch (DuplicateKeyException taken) {
            // The name was free when the form was read: somebody else has just taken it.
            throw InvalidInput.of("name", NAME_TAKEN);
        }
    }

    Connector setEnabled(int id, IfMatch condition, boolean enabled) {
        return transaction.execute(status -> {
            Connector before = locked(id, condition);
            if (before.enabled() == enabled) {
                return before;
            }
            store.setEnabled(id, enabled);
            Connector after = store.find(id).orElseThrow();
            audit.setEnabled(after);
            tell(listener -> {
                if (enabled) {
                    listener.enabled(after);
                } else {
                    listener.disabled(after);
                }
            });
            return after;
        });
    }

    /** Its secrets go at once, its name is free at once; its data goes when listeners have removed it. */
    Connector delete(int id, IfMatch condition) {
        return transaction.execute(status -> {
            Connector before = store.lock(id).orElseThrow(() -> Connectors.unknown(id));
            if (before.deleting()) {
                return before;
            }
            condition.check(before);
            store.setDeleting(id);
            secrets.removeAll(id);
            Connector after = store.find(id).orElseThrow();
            audit.deleted(before);
            tell(listener -> listener.deleting(after));
            return after;
        });
    }

    private Connector change(Connector before, ObjectNode patch, boolean wantsSync, boolean tenantChangeConfirmed) {
        int id = before.id();
        Map<String, String> stored = secrets.openReadable(id);
        FieldErrors errors = new FieldErrors();
        Optional<Draft> read = form.read(patch, json.tree(views.of(before)), before, stored, errors);
        refuseTakenName(read.flatMap(Draft::name), id, errors);
        Draft draft = sound(read, errors);
        if (wantsSync && !before.enabled()) {
            throw new Conflict("The connector is disabled and does not sync: enable it first, or leave out sync=true.");
        }
        refuseSilentTenantChange(before, draft, tenantChangeConfirmed);
        String name = draft.name().orElseGet(() -> freeName(draft, id));
        Connector asked = draft.applyTo(before, name);
        if (asked.equals(before) && !draft.secrets().changes(stored.keySet())) {
            if (wantsSync) {
                tell(listener -> listener.changed(before, before, true));
            }
            return before;
        }
        store.update(asked);
        secrets.store(id, draft.secrets());
        Connector after = store.find(id).orElseThrow();
        audit.changed(before, after, draft.secrets(), stored.keySet());
        tell(listener -> listener.changed(before, after, wantsSync));
        return after;
    }

    private void refuseSilentTenantChange(Connector before, Draft draft, boolean confirmed) {
        boolean elsewhere = AddressSetting.differs(draft.type().descriptor(), before.settings(), draft.plainSettings());
        if (elsewhere && !confirmed && store.hasInventory(before.id())) {
            throw new UnconfirmedTenantChange();
        }
    }

    private Connector locked(int id, IfMatch condition) {
        Connector connector = store.lock(id).orElseThrow(() -> Connectors.unknown(id));
        condition.check(connector);
        if (connector.deleting()) {
            throw new Conflict("The connector is being deleted.");
        }
        return connector;
    }

    /** Tries one default name after the other: each insert tells whether somebody was faster. */
    private int insert(Draft draft) {
        if (draft.name().isPresent()) {
            return store.insert(draft.name().get(), draft).orElseThrow(() -> InvalidInput.of("name", NAME_TAKEN));
        }
        while (true) {
            Optional<Integer> id = store.insert(freeName(draft, 0), draft);
            if (id.isPresent()) {
                return id.get();
            }
        }
    }

    private String freeName(Draft draft, int exceptId) {
        return freeName(draft.type().descriptor(), exceptId);
    }

    /** What a connector without a name would be called now; 0 excepts none. */
    String freeName(ConnectorDescriptor type, int exceptId) {
        Set<String> taken = store.nameKeys(exceptId);
        int number = 1;
        while (taken.contains(ConnectorName.key(ConnectorName.numbered(type.name(), number)))) {
            number++;
        }
        return ConnectorName.numbered(type.name(), number);
    }

    private void refuseTakenName(Optional<String> name, int exceptId, FieldErrors errors) {
        if (name.isPresent() && store.nameKeys(exceptId).contains(ConnectorName.key(name.get()))) {
            errors.add("name", NAME_TAKEN);
        }
    }

    private static Draft sound(Optional<Draft> read, FieldErrors errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return read.orElseThrow();
    }

    private void tell(Consumer<ConnectorListener> news) {
        listeners.orderedStream().forEach(news);
    }
}
