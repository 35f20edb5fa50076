package io.plumbline.server.inventory;

/** Another run has become the writer of this connector's inventory; nothing was changed. */
public final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FencedException(Fence fence) {
        super("run " + fence.runId() + " is no longer the writer of connector " + fence.connectorId());
    }
}
