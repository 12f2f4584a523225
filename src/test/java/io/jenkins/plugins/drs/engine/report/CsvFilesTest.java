package io.jenkins.plugins.drs.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFilesTest {
    @Test
    void shouldHaveARowForEachServer() {
        List<String> rows =
                CsvFiles.servers(Stories.allGoesWell().result()).lines().toList();

        assertThat(rows).hasSize(7);
        assertThat(rows.get(0)).startsWith("sourceServerID,hostname,wave,");
        assertThat(rows.get(1))
                .startsWith("s-00000000000000001,db-01,Database,Database-Servers,123456789012,us-east-1,VALIDATED,")
                .contains(",252.000,12.000,264.000,true,");
    }

    @Test
    void shouldHaveARowForEachCallWithRequestIdAndCause() {
        DrillResult result = Stories.allGoesWell().result();
        List<String> rows = CsvFiles.calls(result).lines().toList();

        assertThat(rows).hasSize(1 + result.audit().trail().size());
        assertThat(rows.get(1))
                .matches("\\d+,1,2026-.*Z,sts,GetCallerIdentity,123456789012,us-east-1,req-\\d+,120,ok,.*");
    }

    @Test
    void shouldBeHarmlessInASpreadsheetWhateverTheNames() {
        Csv<List<Object>> csv =
                new Csv<List<Object>>().column("name", row -> row.get(0)).column("other", row -> row.get(1));

        assertThat(csv.of(List.of(List.of("=HYPERLINK(\"http://evil\")", "a\nb,\"c\"\u0000"), List.of("-1+1", 5))))
                .isEqualTo(
                        "name,other\r\n\"'=HYPERLINK(\"\"http://evil\"\")\",\"a b,\"\"c\"\"<U+0000>\"\r\n'-1+1,5\r\n");
    }
}
