package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.web.InvalidInput;
import io.plumbline.server.platform.web.NotFound;
import io.plumbline.server.platform.web.TooMany;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The connectivity test of a form that has not been saved: started by a button of the form, then watched at an address of its own. With
 * script the form's page takes the part {@code #test} out of these pages; what it asks for is answered with 200, which alone it shows.
 */
@Needs(Permission.ADMINISTER)
@PageController
@RequestMapping("/connectors")
class TestPages {

    private static final String OF_SCRIPT = "HX-Request";

    private final Connectors connectors;
    private final ConnectorTypes types;
    private final ConnectivityTests tests;
    private final WatchedTests watched;
    private final Pages pages;

    TestPages(Connectors connectors, ConnectorTypes types, ConnectivityTests tests, WatchedTests watched, Pages pages) {
        this.connectors = connectors;
        this.types = types;
        this.tests = tests;
        this.watched = watched;
        this.pages = pages;
    }

    @PostMapping("/new/test")
    View startForNew(
            @RequestParam String type,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestHeader(name = OF_SCRIPT, defaultValue = "false") boolean script,
            Principal user) {
        ConnectorDescriptor known = types.find(type)
                .orElseThrow(() -> new NotFound("There is no connector type with the id %s.".formatted(type)))
                .descriptor();
        FormValues values = FormValues.sent(fields);
        return start(known, values, script, user, () -> tests.start(FormBody.creation(known, values)));
    }

    @PostMapping("/{id}/configuration/test")
    View startForStored(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestHeader(name = OF_SCRIPT, defaultValue = "false") boolean script,
            Principal user) {
        Connector connector = connectors.get(id);
        ConnectorDescriptor known = types.get(connector.type()).descriptor();
        FormValues values = FormValues.sent(fields);
        return start(known, values, script, user, () -> tests.start(connector, FormBody.patch(known, values)));
    }

    @GetMapping("/tests/{id}")
    View watch(
            @PathVariable String id,
            @RequestHeader(name = OF_SCRIPT, defaultValue = "false") boolean script,
            Principal user) {
        Optional<TestProgress> progress = watched.find(user.getName(), id).map(WatchedTest::progress);
        if (progress.isEmpty()) {
            return refused(
                    script ? HttpStatus.OK : HttpStatus.NOT_FOUND, "This test is no longer known; start another.");
        }
        return page(HttpStatus.OK, TestPage.of(id, progress.get()));
    }

    private View start(
            ConnectorDescriptor type, FormValues values, boolean script, Principal user, Supplier<WatchedTest> start) {
        try {
            return Redirects.to("/connectors/tests/" + watched.add(user.getName(), start.get()));
        } catch (InvalidInput invalid) {
            return page(
                    script ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                    TestPage.invalid(
                            new FormSections(type, values, invalid.errors().byField(), "", false).problems()));
        } catch (TooMany busy) {
            return refused(script ? HttpStatus.OK : HttpStatus.TOO_MANY_REQUESTS, String.valueOf(busy.getMessage()));
        }
    }

    private View refused(HttpStatus status, String why) {
        return page(status, TestPage.refused(why));
    }

    private View page(HttpStatus status, TestPage page) {
        return pages.page(status, Section.CONNECTORS, "Connectivity test", "connector/test", page);
    }
}
