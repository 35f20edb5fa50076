package io.plumbline.connector.api;

import java.util.Collection;
import java.util.List;

/**
 * One configured source. The server calls one method at a time; an implementation may use threads of its own while a call
 * runs, and has ended them when the call returns or throws. Every call may throw {@link ConnectorException} and honours
 * interruption by throwing {@link InterruptedException}.
 */
public interface Connector extends AutoCloseable {

    /** The checks of the connectivity test in the order in which {@link #test} runs them; fixed for a type. */
    List<CheckDefinition> checks();

    /**
     * Runs the connectivity test and reports each check as it ends. Checks that make no sense after a failure are reported as
     * skipped. A failed check is an outcome, not an exception.
     */
    void test(TestOptions options, CheckListener listener) throws InterruptedException;

    /**
     * Makes sure that the source answers and accepts the credentials, as cheaply as it can, before a read begins.
     *
     * @throws ConnectorException when a read could not succeed
     */
    void probe(ReadOptions options, ReadMonitor monitor) throws InterruptedException;

    /**
     * Reads every asset. The same asset may be pushed more than once; the receiver keeps the one seen last.
     *
     * @throws ConnectorException {@link ErrorCode#ENDPOINT_LIMIT_EXCEEDED} as soon as the source shows more assets than
     *     {@link ReadOptions#maxAssets()}
     */
    AssetsRead readAssets(ReadOptions options, AssetSink sink, ReadMonitor monitor) throws InterruptedException;

    /**
     * Asks the source once more for assets that {@link #readAssets} did not return, and pushes those that it does have. What is
     * not pushed is absent from the source. A source that cannot be asked by id is read a second time instead.
     *
     * @return rows dropped meanwhile; where there are any, absence is no evidence
     */
    AssetsRead confirmAbsent(Collection<String> externalIds, ReadOptions options, AssetSink sink, ReadMonitor monitor)
            throws InterruptedException;

    /** Reads every weakness with the names of the assets that it affects. */
    FindingsRead readFindings(ReadOptions options, FindingSink sink, ReadMonitor monitor) throws InterruptedException;

    @Override
    void close();
}
