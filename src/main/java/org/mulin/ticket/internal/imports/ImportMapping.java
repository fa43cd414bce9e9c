package org.mulin.ticket.internal.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.base.FieldProblem;
import org.mulin.base.Malformed;

/** Which column of a file means what; null where no column does. */
record ImportMapping(
        @Nullable String id,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String time,
        @Nullable String user,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String target) {
    /** How exports call what we need; the first that a file has is taken. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("id", List.of("id", "uid", "编号", "留言编号", "工单编号", "工单号", "诉求编号", "案件编号", "序号")),
            Map.entry("subject", List.of("subject", "title", "标题", "主题", "留言主题", "诉求标题", "来信主题")),
            Map.entry(
                    "body",
                    List.of(
                            "body", "content", "text", "内容", "详情", "留言详情", "留言内容", "诉求内容", "反映内容", "来信内容", "问题描述",
                            "来电内容", "诉求详情", "主要内容", "事项描述")),
            Map.entry("time", List.of("time", "时间", "留言时间", "诉求时间", "来电时间", "反映时间", "提交时间", "来信时间", "登记时间")),
            Map.entry("user", List.of("user", "用户", "留言用户", "用户名")),
            Map.entry("name", List.of("name", "姓名", "诉求人", "来电人", "反映人", "联系人", "诉求人姓名", "联系人姓名")),
            Map.entry("phone", List.of("phone", "电话", "联系电话", "手机", "手机号", "手机号码", "来电号码", "联系方式")),
            Map.entry("address", List.of("address", "地址", "事发地址", "地点", "诉求地点", "事发地点", "问题地址")),
            Map.entry("target", List.of("target", "target_dt", "办理期限", "办结期限", "要求办结时间", "截止时间")));

    static ImportMapping recognised(List<String> columns) {
        Map<String, String> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.putIfAbsent(column.strip().toLowerCase(Locale.ROOT), column));
        return new ImportMapping(
                first(byName, "id"),
                first(byName, "subject"),
                first(byName, "body"),
                first(byName, "time"),
                first(byName, "user"),
                first(byName, "name"),
                first(byName, "phone"),
                first(byName, "address"),
                first(byName, "target"));
    }

    private static @Nullable String first(Map<String, String> columns, String field) {
        return KNOWN.getOrDefault(field, List.of()).stream()
                .map(columns::get)
                .filter(column -> column != null)
                .findFirst()
                .orElse(null);
    }

    /** Whether a column says who somebody is or where to find them. */
    boolean isPersonal(String column) {
        return Stream.of(user, name, phone, address).anyMatch(column::equals);
    }

    /** @throws Malformed when a column is not in the file, or nothing holds the text */
    void check(List<String> columns) {
        List<FieldProblem> problems = new ArrayList<>();
        byField().forEach((field, column) -> {
            if (!columns.contains(column)) {
                problems.add(FieldProblem.of("mapping." + field, "import-column-unknown", column));
            }
        });
        if (subject == null && body == null) {
            problems.add(FieldProblem.of("mapping.body", "import-text-unmapped"));
        }
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
    }

    private Map<String, String> byField() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "id", id);
        put(fields, "subject", subject);
        put(fields, "body", body);
        put(fields, "time", time);
        put(fields, "user", user);
        put(fields, "name", name);
        put(fields, "phone", phone);
        put(fields, "address", address);
        put(fields, "target", target);
        return fields;
    }

    private static void put(Map<String, String> fields, String field, @Nullable String column) {
        if (column != null) {
            fields.put(field, column);
        }
    }
}
