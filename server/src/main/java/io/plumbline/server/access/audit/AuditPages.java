package io.plumbline.server.access.audit;

import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.table.Cell;
import io.plumbline.server.platform.table.Facet;
import io.plumbline.server.platform.table.ListPages;
import io.plumbline.server.platform.table.Period;
import io.plumbline.server.platform.table.TableColumn;
import io.plumbline.server.platform.table.TablePage;
import io.plumbline.server.platform.table.TablePage.Empty;
import io.plumbline.server.platform.table.TablePage.Words;
import io.plumbline.server.platform.table.Tables;
import io.plumbline.server.platform.web.NotFound;
import io.plumbline.server.platform.web.NumberedId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** The audit log as pages. */
@Needs(Permission.ADMINISTER)
@PageController
@RequestMapping(AuditPages.PATH)
class AuditPages extends ListPages<AuditEvent> {

    static final String PATH = "/settings/audit";

    private final AuditList list;

    AuditPages(Pages pages, Tables tables, AuditList list) {
        super(pages, tables, table(list));
        this.list = list;
    }

    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        AuditEvent event = NumberedId.of(id, 1)
                .flatMap(number ->
                        list.load(List.of((long) number.getFirst())).stream().findFirst())
                .orElseThrow(() -> new NotFound("The audit log has no line with this number."));
        return page(event.action().label(), "access/event", AuditEventPage.of(event));
    }

    private static TablePage<AuditEvent> table(AuditList list) {
        return new TablePage<>(
                Section.SETTINGS,
                PATH,
                "Audit log",
                list,
                new Words("event", "events"),
                "Search who, what and from where",
                List.of(
                        TableColumn.of(
                                "action",
                                "What",
                                event -> new Cell.Link(event.action().label(), PATH + "/" + event.id())),
                        TableColumn.<AuditEvent>of("at", "When", event -> Cell.moment(event.at()))
                                .sortedDownBy("at"),
                        TableColumn.of("actor", "Who", event -> Cell.text(event.actor())),
                        TableColumn.of(
                                "actorKind",
                                "Kind",
                                event -> Cell.text(event.actorKind().label())),
                        TableColumn.of("target", "To what", event -> Cell.text(event.target())),
                        TableColumn.of("changed", "Values", event -> Cell.tags(changed(event))),
                        TableColumn.of("address", "From", event -> Cell.text(event.address()))),
                List.of(
                        Facet.of(
                                "action",
                                "What",
                                Arrays.stream(AuditAction.values())
                                        .map(action -> new Facet.Value(action.name(), action.label()))
                                        .toList()),
                        Facet.of(
                                "actorKind",
                                "Kind",
                                Arrays.stream(ActorKind.values())
                                        .map(kind -> new Facet.Value(kind.name(), kind.label()))
                                        .toList()),
                        Facet.searched("actor", "Who", list::actors),
                        new Period("at", "When", Map.of())),
                _ -> null,
                List.of(),
                new Empty(
                        "Nothing yet",
                        "A line stands here for everything that somebody does.",
                        "Go to the settings",
                        Section.SETTINGS.path()));
    }

    private static List<String> changed(AuditEvent event) {
        TreeSet<String> names = new TreeSet<>(event.before().keySet());
        names.addAll(event.after().keySet());
        return List.copyOf(names);
    }
}
