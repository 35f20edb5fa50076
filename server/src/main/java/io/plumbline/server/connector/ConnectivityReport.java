package io.plumbline.server.connector;

import java.util.List;

/** The outcome of a connectivity test. A passed one is no promise that a sync succeeds. */
record ConnectivityReport(boolean passed, List<CheckView> checks) {}
