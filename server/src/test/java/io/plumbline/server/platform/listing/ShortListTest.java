package io.plumbline.server.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.platform.web.Cursor;
import io.plumbline.server.platform.web.InvalidInput;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import io.plumbline.server.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class ShortListTest {

    private static final Sort BY_NAME = new Sort("name", false);

    private record Pet(String name, int id) {}

    private static final ShortList<Pet> PETS =
            new ShortList<>("pets", BY_NAME, pet -> new ShortListPlace(pet.name(), pet.id()));

    private static final List<Pet> ALL =
            List.of(new Pet("rex", 5), new Pet("ada", 1), new Pet("rex", 2), new Pet("bob", 9), new Pet("rex", 3));

    @Test
    void allPagesTogetherAreTheListInItsOrder() {
        assertThat(walk(ALL, "name"))
                .containsExactly(
                        new Pet("ada", 1), new Pet("bob", 9), new Pet("rex", 2), new Pet("rex", 3), new Pet("rex", 5));
        assertThat(walk(ALL, "-name")).isEqualTo(walk(ALL, "name").reversed());
        assertThat(walk(List.of(), "name")).isEmpty();
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEndedEvenIfThatRecordHasGone() {
        Page<Pet> first = PETS.page(ALL, asked("name", 3, null));
        assertThat(first.total()).isEqualTo(5);

        List<Pet> left =
                ALL.stream().filter(pet -> pet.id() != 2 && pet.id() != 1).toList();
        assertThat(PETS.page(left, asked("name", 3, first.nextCursor())).items())
                .containsExactly(new Pet("rex", 3), new Pet("rex", 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "01", "99999999999", ""})
    void aCursorThatNobodyWasGivenIsRefused(String id) {
        MultiValueMap<String, String> asked = asked("name", 3, null);
        String forged = Cursor.after(new ListQuery(asked, Set.of()).identity("pets", BY_NAME), List.of("rex", id));

        assertThatThrownBy(() -> PETS.page(ALL, asked("name", 3, forged)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors().byField()).containsOnlyKeys("cursor"));
    }

    private static List<Pet> walk(List<Pet> all, String sort) {
        List<Pet> walked = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Pet> page = PETS.page(all, asked(sort, 2, cursor));
            walked.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return walked;
    }

    private static MultiValueMap<String, String> asked(String sort, int limit, @Nullable String cursor) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("sort", sort);
        parameters.add("limit", Integer.toString(limit));
        if (cursor != null) {
            parameters.add("cursor", cursor);
        }
        return parameters;
    }
}
