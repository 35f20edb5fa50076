package io.plumbline.connector.cortexxdr.value;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;

/**
 * Counts rows read and rows dropped. A few rows without identity are a nuisance; more than one in a hundred mean that the reply
 * is not what it should be. Used by one thread.
 */
public final class RowTally {

    private static final int PER_CENT = 100;

    private long rows;
    private long dropped;

    public void row(boolean wasDropped) {
        rows++;
        dropped += wasDropped ? 1 : 0;
    }

    public long rows() {
        return rows;
    }

    public long droppedRows() {
        return dropped;
    }

    /** @throws ConnectorException {@link ErrorCode#INVALID_RESPONSE} when more than 1 % of the rows were dropped */
    public void check() {
        if (dropped * PER_CENT > rows) {
            throw new ConnectorException(
                    ErrorCode.INVALID_RESPONSE,
                    "The tenant's reply holds " + dropped + " rows without identity among " + rows + ".",
                    "Report it: the tenant's rows are not what this version knows.",
                    null,
                    null);
        }
    }
}
