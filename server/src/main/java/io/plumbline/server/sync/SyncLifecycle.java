package io.plumbline.server.sync;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts syncing before the server answers its first request, once the runs of a dead predecessor are closed, and ends it after
 * the last.
 */
@Component
final class SyncLifecycle implements SmartLifecycle {

    private final InterruptedRuns interrupted;
    private final Runner runner;
    private final Heartbeat heartbeat;
    private final AlarmClock alarms;
    private volatile boolean running;

    SyncLifecycle(InterruptedRuns interrupted, Runner runner, Heartbeat heartbeat, AlarmClock alarms) {
        this.interrupted = interrupted;
        this.runner = runner;
        this.heartbeat = heartbeat;
        this.alarms = alarms;
    }

    @Override
    public void start() {
        interrupted.closeAtStart();
        runner.start();
        heartbeat.start();
        alarms.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        alarms.stop();
        try {
            runner.shutDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        heartbeat.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which comes near the end. */
    @Override
    public int getPhase() {
        return 0;
    }
}
