package io.jenkins.plugins.drs.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of {@code docs/jenkins/iam.md} that says which step calls what. */
final class OperationTable {
    static final int CHECK = 0;
    static final int DRILL = 1;
    static final int CLEANUP = 2;

    private static final Pattern ROW = Pattern.compile("^\\| (`.*?) \\|(.*)\\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`(?:([a-z]+[a-z0-9]*):)?([A-Z]\\w+)`");

    private OperationTable() {}

    /** What stands in the columns behind each operation, such as {@code drs:StartRecovery}. */
    static Map<String, List<String>> read() throws IOException {
        String page = Files.readString(Path.of("docs", "jenkins", "iam.md"));
        String section = page.substring(page.indexOf("## Which step calls what"), page.indexOf("## Why drill.json"));
        Map<String, List<String>> rows = new TreeMap<>();
        Matcher row = ROW.matcher(section);
        while (row.find()) {
            List<String> columns = List.of(row.group(2).split("\\|", -1));
            String service = "";
            Matcher name = NAME.matcher(row.group(1));
            while (name.find()) {
                service = name.group(1) == null ? service : name.group(1);
                rows.put(service + ":" + name.group(2), columns);
            }
        }
        return rows;
    }

    /** Operations with a cross in a column. */
    static Set<String> of(int column) throws IOException {
        Set<String> operations = new TreeSet<>();
        read().forEach((operation, columns) -> {
            if (columns.get(column).strip().equals("x")) {
                operations.add(operation);
            }
        });
        return operations;
    }
}
