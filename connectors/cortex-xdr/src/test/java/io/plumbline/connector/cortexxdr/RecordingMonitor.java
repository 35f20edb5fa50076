package io.plumbline.connector.cortexxdr;

import io.plumbline.connector.api.ReadMonitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps what a read says while it goes on. Safe for many threads. */
abstract class RecordingMonitor implements ReadMonitor {

    final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    final List<String> cautions = Collections.synchronizedList(new ArrayList<>());
    final List<Long> expected = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void expect(long total) {
        expected.add(total);
    }

    @Override
    public void progress(long items) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {
        warnings.add(message);
    }

    @Override
    public void caution(String code, String message, String remedy) {
        cautions.add(code + ": " + message);
    }
}
