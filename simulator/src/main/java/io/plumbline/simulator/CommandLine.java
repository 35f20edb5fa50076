package io.plumbline.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the arguments of {@code ./plumbline simulator} ask for. */
sealed interface CommandLine {

    record Run(TenantOptions options) implements CommandLine {}

    record Help(String text) implements CommandLine {}

    /** @param sentence what is wrong and what would be right, on one line */
    record Mistake(String sentence) implements CommandLine {}

    /** Each of them takes a whole number. */
    enum Option {
        PORT("--port", "of the loopback interface; without it any that is free") {
            @Override
            TenantOptions set(TenantOptions options, String value) {
                return options.withPort(Integer.parseInt(value));
            }
        },
        ENDPOINTS("--endpoints", "how many hosts the company has") {
            @Override
            TenantOptions set(TenantOptions options, String value) {
                return options.withEndpoints(Integer.parseInt(value));
            }
        },
        CVES("--cves", "how many vulnerabilities are known") {
            @Override
            TenantOptions set(TenantOptions options, String value) {
                return options.withCves(Integer.parseInt(value));
            }
        },
        HOSTS_PER_CVE("--hosts-per-cve", "on how many hosts each is found, on average") {
            @Override
            TenantOptions set(TenantOptions options, String value) {
                return options.withHostsPerCve(Integer.parseInt(value));
            }
        },
        SEED("--seed", "the same options and seed give the same data") {
            @Override
            TenantOptions set(TenantOptions options, String value) {
                return options.withSeed(Long.parseLong(value));
            }
        };

        private final String word;
        private final String meaning;

        Option(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        /** @throws IllegalArgumentException where the value is no number of the kind, or out of range */
        abstract TenantOptions set(TenantOptions options, String value);

        private static Optional<Option> of(String word) {
            return Arrays.stream(values())
                    .filter(option -> option.word.equals(word))
                    .findFirst();
        }
    }

    static CommandLine of(List<String> arguments) {
        if (arguments.contains("--help")) {
            return new Help(help());
        }
        var options = TenantOptions.defaults();
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var word = rest.next();
            var option = Option.of(word);
            if (option.isEmpty()) {
                return new Mistake("there is no option %s; --help lists them".formatted(word));
            }
            if (!rest.hasNext()) {
                return new Mistake("%s needs a number after it".formatted(word));
            }
            var value = rest.next();
            try {
                options = option.get().set(options, value);
            } catch (NumberFormatException e) {
                return new Mistake("%s takes a whole number, which %s is not".formatted(word, value));
            } catch (IllegalArgumentException e) {
                return new Mistake("%s %s: %s".formatted(word, value, e.getMessage()));
            }
        }
        return new Run(options);
    }

    private static String help() {
        return """
                A Cortex XDR tenant on http://127.0.0.1 with made-up data. It runs until it is killed.

                %s
                  --help             this text

                GET /console on its address lists what changes its data, spoils its answers and tells what it was asked.
                """.formatted(Arrays.stream(Option.values())
                .map(option -> "  %-18s %s".formatted(option.word + " N", option.meaning))
                .collect(Collectors.joining("\n")));
    }
}
