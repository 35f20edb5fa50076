package io.plumbline.server.access.user;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where users are signed in, on all servers. What makes sessions void is the user's epoch, or that there is no such user any more;
 * this takes away what is void. Safe for many threads.
 */
@Component
public class UserSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    UserSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /**
     * Once the change that makes the sessions void is committed: they are deleted in a transaction of their own, and a change that is
     * rolled back is to sign nobody out.
     *
     * @throws IllegalStateException in a transaction
     */
    public void endAll(String userName) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("sessions are ended after the change that ends them, not within it");
        }
        sessions.findByPrincipalName(userName).keySet().forEach(sessions::deleteById);
    }
}
