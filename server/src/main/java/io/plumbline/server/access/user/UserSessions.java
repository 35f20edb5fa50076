package io.plumbline.server.access.user;

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
        sessions.findByPrincipalName(userName).keySet().forEach(sessions::deleteById);
    }
}
