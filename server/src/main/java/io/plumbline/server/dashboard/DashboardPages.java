package io.plumbline.server.dashboard;

import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The dashboard. */
@Needs(Permission.READ)
@PageController
class DashboardPages {

    private final Pages pages;
    private final Summaries summaries;

    DashboardPages(Pages pages, Summaries summaries) {
        this.pages = pages;
        this.summaries = summaries;
    }

    @GetMapping("/")
    View show() {
        return pages.page(Section.DASHBOARD, "Dashboard", "dashboard/page", Dashboard.of(summaries.of(List.of())));
    }
}
