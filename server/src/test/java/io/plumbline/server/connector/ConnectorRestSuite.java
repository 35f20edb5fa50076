package io.plumbline.server.connector;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests over HTTP share: one server and one database for all of them, emptied before each. */
@SpringBootTest(
        classes = ConnectorTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "plumbline.data=target/connector-tests")
abstract class ConnectorRestSuite {

    @LocalServerPort
    private int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Connectors connectors;

    @Autowired
    RecordingListener listener;

    ConnectorApi api;

    @BeforeEach
    void empty() {
        jdbc.sql("delete from asset").update();
        jdbc.sql("delete from connector").update();
        listener.heard.clear();
        api = new ConnectorApi(port);
    }
}
