package io.plumbline.server.access.user;

import java.util.Optional;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where users are signed in, on all servers. Safe for many threads. */
@Component
public class UserSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    UserSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    public void endAll(String userName) {
        end(userName, Optional.empty());
    }

    /** @param kept the id of the session that goes on */
    public void endOthers(String userName, String kept) {
        end(userName, Optional.of(kept));
    }

    private void end(String userName, Optional<String> kept) {
        sessions.findByPrincipalName(userName).keySet().stream()
                .filter(id -> !kept.equals(Optional.of(id)))
                .forEach(sessions::deleteById);
    }
}
