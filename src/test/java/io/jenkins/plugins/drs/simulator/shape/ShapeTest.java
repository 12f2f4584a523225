package io.jenkins.plugins.drs.simulator.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
    private static final Shape SHAPE = Shape.structure()
            .required("name", Shape.string(1, 3).pattern("[a-z]*"))
            .optional("count", Shape.integer(1, 5))
            .optional("flag", Shape.bool())
            .optional("kind", Shape.oneOf("A", "B"))
            .optional("list", Shape.list(Shape.string(1, 2), 1, 2))
            .optional("map", Shape.map(Shape.string(1, 2), Shape.list(Shape.string(), 1, 9), 1, 2));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                        | name                 | must not be null",
                "{\"name\": null}                          | name                 | must not be null",
                "{\"name\": \"\"}                          | name                 | greater than or equal to 1",
                "{\"name\": \"long\"}                      | name                 | less than or equal to 3",
                "{\"name\": \"A\"}                         | name                 | pattern",
                "{\"name\": 1}                             | name                 | a string",
                "{\"name\": \"a\", \"count\": 0}           | count                | greater than or equal to 1",
                "{\"name\": \"a\", \"count\": 6}           | count                | less than or equal to 5",
                "{\"name\": \"a\", \"count\": 1.5}         | count                | an integer",
                "{\"name\": \"a\", \"flag\": \"true\"}     | flag                 | a boolean",
                "{\"name\": \"a\", \"kind\": \"C\"}        | kind                 | enum value set: [A, B]",
                "{\"name\": \"a\", \"list\": []}           | list                 | greater than or equal to 1",
                "{\"name\": \"a\", \"list\": [\"abc\"]}    | list.1.member        | less than or equal to 2",
                "{\"name\": \"a\", \"list\": [null]}       | list.1.member        | must not be null",
                "{\"name\": \"a\", \"map\": {}}            | map                  | greater than or equal to 1",
                "{\"name\": \"a\", \"map\": {\"key\": [\"\"]}} | map.key          | less than or equal to 2",
                "{\"name\": \"a\", \"map\": {\"k\": []}}   | map.k.member         | greater than or equal to 1",
                "{\"name\": \"a\", \"map\": {\"k\": 1}}    | map.k.member         | a list",
            })
    void shouldSayWhereAndWhatIsWrong(String json, String path, String constraint) throws Exception {
        var found = SHAPE.violations(new ObjectMapper().readTree(json));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).path()).isEqualTo(path);
        assertThat(found.get(0).message()).contains(constraint);
    }
}
