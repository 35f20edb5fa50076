package io.plumbline.server.application;

import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The server. A failure to start is one line on standard error and exit status 1; the log file has the rest.
 */
@SpringBootApplication(
        scanBasePackages = "io.plumbline.server",
        proxyBeanMethods = false,
        exclude = UserDetailsServiceAutoConfiguration.class) // it would invent a user
public class PlumblineServer {

    public static void main(String[] arguments) {
        Optional<Command> command = Command.of(arguments);
        if (command.isPresent()) {
            System.exit(command.get().run(System.out, System.err));
        }
        try {
            start(arguments);
        } catch (RuntimeException reported) {
            System.exit(1); // StartFailureReporter has told why
        }
    }

    static ConfigurableApplicationContext start(String... arguments) {
        SpringApplication application = new SpringApplication(PlumblineServer.class);
        application.addListeners(new DataFolderPreparation());
        return application.run(arguments);
    }
}
