package io.plumbline.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What is tested of every page is tested of every page: each address that answers with one has a {@link Place}. */
class PlaceTest {

    /** By what stands at the end of an address: why no page is looked at there. */
    private static final Map<String, String> NO_PLACES = new TreeMap<>(Map.of(
            "/export.csv", "a file",
            "/export.jsonl", "a file",
            "/log.txt", "a file",
            "/periods/{parameter}", "leads to the list",
            "/previews/{id}", "looks as the newest does, which has a place",
            "/weaknesses/facets/{parameter}", "looks as that of assets does",
            "/connectors/tests/{id}", "CONNECTIVITY_TEST comes there by a form",
            "/syncs/{syncId}/progress", "a piece of the page of a sync, which has a place",
            "/syncs/{syncId}/log", "a piece of the page of a sync, which has a place"));

    @Test
    void everyPageHasItsPlace() {
        NavigableSet<String> pages = pages();
        assertThat(pages).hasSizeGreaterThan(25);
        PathPatternParser parser = new PathPatternParser();
        NavigableSet<String> without = new TreeSet<>(pages);
        for (Place place : Place.values()) {
            PathContainer path = PathContainer.parsePath(
                    place.path().replaceFirst("\\?.*", "").replace("{id}", "1"));
            pages.stream()
                    .map(parser::parse)
                    .filter(pattern -> pattern.matches(path))
                    .min(Comparator.<PathPattern>naturalOrder())
                    .ifPresent(pattern -> without.remove(pattern.getPatternString()));
        }

        assertThat(without)
                .allSatisfy(page -> assertThat(NO_PLACES.keySet())
                        .as(page + " needs a Place, or a reason here")
                        .anyMatch(page::endsWith));
        assertThat(NO_PLACES.keySet())
                .allSatisfy(
                        end -> assertThat(without).as("a reason for nothing").anyMatch(page -> page.endsWith(end)));
    }

    private static NavigableSet<String> pages() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.addExcludeFilter(new AnnotationTypeFilter(ResponseBody.class)); // the API's
        NavigableSet<String> pages = new TreeSet<>();
        scanner.findCandidateComponents("io.plumbline.server").forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(
                    String.valueOf(found.getBeanClassName()), PlaceTest.class.getClassLoader());
            for (Method method : ReflectionUtils.getAllDeclaredMethods(type)) {
                GetMapping get = AnnotatedElementUtils.findMergedAnnotation(method, GetMapping.class);
                if (get != null) {
                    RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
                    paths(above == null ? new String[0] : above.path())
                            .flatMap(start -> paths(get.path()).map(start::concat))
                            .forEach(pages::add);
                }
            }
        });
        return pages;
    }

    private static Stream<String> paths(String[] declared) {
        return declared.length == 0 ? Stream.of("") : Arrays.stream(declared);
    }
}
