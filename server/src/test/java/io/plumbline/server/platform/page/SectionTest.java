package io.plumbline.server.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Arrays;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What leads from place to place. */
class SectionTest {

    private final TemplateEngine templates = new PageConfiguration().templateEngine();

    @Test
    void noTwoHaveOneKeyOrOnePath() {
        assertThat(Arrays.stream(Section.values()).map(Section::key)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Section.values()).map(Section::path)).doesNotHaveDuplicates();
    }

    @Test
    void theGroupsHoldEachOnceInTheSameOrder() {
        assertThat(Section.groups().stream().flatMap(Collection::stream)).containsExactly(Section.values());
        assertThat(Section.groups()).noneMatch(Collection::isEmpty);
    }

    @ParameterizedTest
    @EnumSource
    void eachHasItsPicture(Section section) {
        assertThat(icon(section.icon())).contains("<path d=\"M");
    }

    @Test
    void aPictureThatIsNotThereIsAMistake() {
        assertThatThrownBy(() -> icon("conectors")).hasStackTraceContaining("there is no icon conectors");
    }

    private String icon(String name) {
        StringOutput output = new StringOutput();
        templates.render("piece/icon.jte", name, output);
        return output.toString();
    }
}
