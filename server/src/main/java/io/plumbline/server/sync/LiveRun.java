package io.plumbline.server.sync;

import io.plumbline.connector.api.ReadMonitor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this server knows of a run while it runs it: stage, progress, warnings, log, and whether it is to stop. Safe for many
 * threads; one of them runs, others look and stop it.
 */
final class LiveRun implements Progress.Listener {

    private final Run run;
    private final Clock clock;
    private final SyncLog log;
    private final Progress progress = new Progress();
    private final List<StageTimes> stages = new ArrayList<>();
    private final List<SyncWarning> warnings = new ArrayList<>();
    private @Nullable Thread thread;
    private @Nullable Stop stop;
    private boolean committing;

    /** Why a run is to stop. */
    enum Stop {
        CANCELLED,
        /** This server goes down. */
        SHUTDOWN,
        /** Another run has become the writer of its connector's inventory. */
        FENCED,
        /** Its record is no longer RUNNING here: somebody closed it, and it has nothing left to say. */
        LOST
    }

    /** What the record shows of a run. */
    record Snapshot(SyncStage stage, Progress.Figures progress, List<StageTimes> stages, List<SyncWarning> warnings) {}

    LiveRun(Run run, Clock clock, SyncLog log) {
        this.run = run;
        this.clock = clock;
        this.log = log;
        stages.add(new StageTimes(SyncStage.INITIATING, run.startedAt(), null));
    }

    Run run() {
        return run;
    }

    SyncLog log() {
        return log;
    }

    Progress progress() {
        return progress;
    }

    /** The monitor of a part's read, which begins now. */
    ReadMonitor read(ReadPart.Part part) {
        return progress.nextPart(part, clock.instant(), this);
    }

    synchronized SyncStage stage() {
        return stages.getLast().stage();
    }

    synchronized void enter(SyncStage stage) {
        Instant now = clock.instant();
        stages.add(stages.removeLast().until(now));
        stages.add(new StageTimes(stage, now, null));
    }

    /** What the record shows once all is done; the run itself gets there only when that is committed. */
    synchronized Snapshot whenDone() {
        Instant now = clock.instant();
        List<StageTimes> all = new ArrayList<>(stages);
        all.add(all.removeLast().until(now));
        all.add(new StageTimes(SyncStage.DONE, now, now));
        return new Snapshot(SyncStage.DONE, progress.figures(), List.copyOf(all), List.copyOf(warnings));
    }

    /** Ends the stage that a run has failed in. */
    synchronized void end() {
        stages.add(stages.removeLast().until(clock.instant()));
    }

    @Override
    public synchronized void warn(SyncWarning warning) {
        warnings.add(warning);
        say(LogLine.Level.WARN, warning.message());
    }

    @Override
    public void say(LogLine.Level level, String message) {
        log.add(new LogLine(clock.instant(), level, stage(), message));
    }

    void info(String message) {
        say(LogLine.Level.INFO, message);
    }

    /** Writes down how much the part that ends here has read. */
    void tellRead() {
        info("Read: " + ReadView.text(progress.figures().parts().getLast()) + ".");
    }

    synchronized Snapshot snapshot() {
        return new Snapshot(stages.getLast().stage(), progress.figures(), List.copyOf(stages), List.copyOf(warnings));
    }

    /** From here to {@link #leave} the calling thread is interrupted when the run is to stop. */
    synchronized void occupy() {
        thread = Thread.currentThread();
        if (stop != null) {
            thread.interrupt();
        }
    }

    /** What the thread does next must not be interrupted for this run's sake. */
    synchronized void leave() {
        thread = null;
        Thread.interrupted();
    }

    /** Makes the run stop at once, unless it has begun to commit. The first reason stands. */
    synchronized void stop(Stop reason) {
        if (stop != null || committing) {
            return;
        }
        stop = reason;
        if (thread != null) {
            thread.interrupt();
        }
    }

    synchronized @Nullable Stop stopped() {
        return stop;
    }

    /** @return false when the run is to stop; true: nothing stops it any more */
    synchronized boolean beginCommit() {
        committing = stop == null;
        return committing;
    }
}
