package io.plumbline.server.inventory;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Gives each test a connector of its own in a database that the class shares. */
abstract class StorySuite {

    private static final AtomicInteger CONNECTORS = new AtomicInteger();

    static InventoryUnderTest it;

    final Story story = new Story(it, CONNECTORS.incrementAndGet());

    @BeforeAll
    static void open() {
        it = new InventoryUnderTest();
    }

    @AfterAll
    static void close() {
        it.close();
    }
}
