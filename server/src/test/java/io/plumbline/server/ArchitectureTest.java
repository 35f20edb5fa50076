package io.plumbline.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.plumbline.server.platform.lifecycle.SystemClock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** docs/architecture.md, kept by the compiler's output. */
@AnalyzeClasses(
        packages = {"io.plumbline.server", "io.plumbline.connector", "io.plumbline.postgres"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** From the ground up; the packages of one row do not know each other. */
    private static final List<List<String>> ROWS = List.of(
            List.of("platform"),
            List.of("access"),
            List.of("gateway"),
            List.of("connector"),
            List.of("inventory"),
            List.of("asset", "weakness", "finding"),
            List.of("sync"),
            List.of("validation", "preview", "device", "dashboard", "settings"),
            List.of("application"));

    @ArchTest
    static final ArchRule packagesUseOnlyThoseOfTheRowsAboveThem = packageOrder();

    @ArchTest
    static final ArchRule everyClassHasItsPlaceInTheOrder = classes()
            .that()
            .resideInAPackage("io.plumbline.server.*..")
            .and()
            .resideOutsideOfPackage("io.plumbline.server.template..") // generated
            .should()
            .resideInAnyPackage(ROWS.stream()
                    .flatMap(List::stream)
                    .map(ArchitectureTest::inServer)
                    .toArray(String[]::new))
            .because("a package that is in no row may use anything: give it a row here and in docs/architecture.md");

    @ArchTest
    static final ArchRule partsOfThePlatformFormNoCircle = slices().matching("io.plumbline.server.platform.(*)..")
            .should()
            .beFreeOfCycles()
            .because("in a circle no part can be read, tested or replaced alone");

    @ArchTest
    static final ArchRule peopleAndProgramsDoNotKnowHowTheyAreLetIn = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("audit")
            .definedBy(inServer("access.audit"))
            .layer("user")
            .definedBy(inServer("access.user"))
            .layer("token")
            .definedBy(inServer("access.token"))
            .layer("signin")
            .definedBy(inServer("access.signin"))
            .whereLayer("signin")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("token")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("user")
            .mayOnlyBeAccessedByLayers("token", "signin")
            .because("who did it, who may, and how they got in are three things, each of which is read alone");

    @ArchTest
    static final ArchRule noConnectorIsCompiledAgainst = noClasses()
            .that()
            .resideInAPackage("io.plumbline.server..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.plumbline.connector..")
                    .and(resideOutsideOfPackage("io.plumbline.connector.api..")))
            .because("a connector is added by putting it on the class path: the server knows what all of them share");

    @ArchTest
    static final ArchRule connectorsStandOnTheirApiAlone = noClasses()
            .that(resideInAPackage("io.plumbline.connector.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.plumbline.server..", "java.net.http..", "okhttp3..", "java.sql..", "javax.sql..")
            .because(
                    "a vendor is reached through the transport it is given, which knows the allow-list, and nothing is "
                            + "stored but through sinks");

    @ArchTest
    static final ArchRule onlyOutboundMakesHttpCalls = noClasses()
            .that()
            .resideOutsideOfPackage("io.plumbline.server.platform.outbound..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "java.net.http..")
            .because("a call that goes around it goes around the allow-list, the rate budget and the time-outs");

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = noClasses()
            .that()
            .doNotBelongToAnyOf(SystemClock.class)
            .should()
            .accessTargetWhere(asksTheSystemForTheTime())
            .because("tests and the demo move the clock, and all that one sync changes bears one instant (ADR 3)");

    @ArchTest
    static final ArchRule onlyWiringKnowsTheSystemsClock = noClasses()
            .that()
            .resideOutsideOfPackages(inServer("platform.lifecycle"), inServer("application"))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(SystemClock.class)
            .because("whoever is given a clock can be given another one");

    private static LayeredArchitecture packageOrder() {
        LayeredArchitecture order =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String name : ROWS.stream().flatMap(List::stream).toList()) {
            order = order.layer(name).definedBy(inServer(name));
        }
        List<String> above = new ArrayList<>();
        for (List<String> row : ROWS) {
            for (String name : row) {
                order = above.isEmpty()
                        ? order.whereLayer(name).mayNotAccessAnyLayer()
                        : order.whereLayer(name).mayOnlyAccessLayers(above.toArray(String[]::new));
            }
            above.addAll(row);
        }
        order.because("who reads a package has to know only what stands above it; pages link to each other by URL");
        return order;
    }

    private static String inServer(String name) {
        return "io.plumbline.server." + name + "..";
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheSystemForTheTime() {
        return describe("the system's time is asked for", access -> {
            var target = access.getTarget();
            String name = target.getName();
            boolean givenClock = target instanceof CodeUnitAccessTarget call
                    && call.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
            boolean now =
                    target.getOwner().getPackageName().startsWith("java.time") && name.equals("now") && !givenClock;
            boolean clock = target.getOwner().isEquivalentTo(Clock.class)
                    && (name.startsWith("system") || name.startsWith("tick"));
            boolean millis = target.getOwner().isEquivalentTo(System.class) && name.equals("currentTimeMillis");
            boolean old = Set.of(Date.class.getName(), Calendar.class.getName(), "java.util.GregorianCalendar")
                            .contains(target.getOwner().getName())
                    && Set.of("<init>", "getInstance").contains(name);
            return now || clock || millis || old;
        });
    }
}
