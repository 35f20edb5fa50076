package io.plumbline.server.access.signin;

import io.plumbline.server.access.audit.AuditAction;
import io.plumbline.server.access.audit.AuditLog;
import io.plumbline.server.access.user.UserSessions;
import io.plumbline.server.access.user.UserStore;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.SeeOther;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import java.security.Principal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Where users end their own sessions, this one among them. */
@Needs(Permission.OWN_ACCOUNT)
@PageController
class SessionPages {

    private final UserStore users;
    private final UserSessions sessions;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    SessionPages(UserStore users, UserSessions sessions, AuditLog audit, TransactionTemplate transaction) {
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    @PostMapping("/settings/sign-out-everywhere")
    View signOutEverywhere(Principal user) {
        transaction.executeWithoutResult(_ -> {
            users.find(user.getName()).ifPresent(known -> users.endSessions(known.id()));
            audit.done(AuditAction.SIGNED_OUT_EVERYWHERE, "");
        });
        sessions.endAll(user.getName());
        return SeeOther.at(LoginPage.LEFT);
    }
}
