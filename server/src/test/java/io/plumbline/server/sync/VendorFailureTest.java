package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a vendor does at whatever call leaves the inventory as it was. Which code a fault gets is the connector's to say, and
 * its tests'.
 */
@TestInstance(Lifecycle.PER_CLASS)
class VendorFailureTest {

    private final World world = new World();
    private final Node node = world.start("a");
    private final Vendor vendor = Vendor.of(5, 2);
    private final int connector = world.connector(vendor);
    private List<String> before = List.of();

    @BeforeAll
    void bringIn() {
        node.sync(connector);
        before = world.inventory(connector);
        // Applied, this would create, rename nothing, archive, fix and restore: nothing would stay as it is.
        vendor.hosts = List.of("host-001", "host-002", "host-003", "new");
        vendor.affected = Map.of("CVE-2026-1001", List.of("host-001", "new"), "CVE-2026-9999", List.of("host-002"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    static Stream<Arguments> everywhere() {
        return Stream.of(
                        ErrorCode.AUTHENTICATION_FAILED,
                        ErrorCode.PERMISSION_DENIED,
                        ErrorCode.LICENSE_MISSING,
                        ErrorCode.ENDPOINT_LIMIT_EXCEEDED,
                        ErrorCode.QUERY_QUOTA_EXCEEDED,
                        ErrorCode.QUERY_FAILED,
                        ErrorCode.RATE_LIMITED,
                        ErrorCode.VENDOR_UNAVAILABLE,
                        ErrorCode.VENDOR_TIMEOUT,
                        ErrorCode.INVALID_RESPONSE,
                        ErrorCode.INCOMPLETE_RESPONSE,
                        ErrorCode.CONNECTION_FAILED,
                        ErrorCode.TLS_FAILED)
                .flatMap(code -> Stream.of(Vendor.Point.values()).map(point -> Arguments.of(code, point)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("everywhere")
    void aFailureIsShownAsItIsAndChangesNothing(ErrorCode code, Vendor.Point point) {
        vendor.mend();
        vendor.failAt(point, new ConnectorException(code, "It failed.", "Mend it.", "the payload", null));

        Sync sync = node.sync(connector);

        assertThat(sync.status()).isEqualTo(SyncStatus.FAILED);
        assertThat(sync.error()).isEqualTo(new SyncError(code, "It failed.", "Mend it.", "the payload"));
        assertThat(world.inventory(connector)).isEqualTo(before);
        assertThat(world.health(connector)).isEqualTo("FAILED");
        assertThat(world.staging()).isZero();
    }
}
