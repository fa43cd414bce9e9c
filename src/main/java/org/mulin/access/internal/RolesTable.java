package org.mulin.access.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mulin.organization.PostsTable;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.policy.Setting;
import org.springframework.stereotype.Component;

/** roles.csv: what a role may do. A post has a role; rights are words that modules understand. */
@Component
class RolesTable extends CsvTable<Roles> {
    static final Setting<Integer> PASSWORD_DAYS = Setting.integer("password_days", 90, 1, 3650);
    static final Setting<Integer> SIGN_IN_FAILURES = Setting.integer("sign_in_failures", 5, 3, 10);
    static final Setting<Integer> LOCK_MINUTES = Setting.integer("lock_minutes", 15, 15, 1440);

    RolesTable() {
        super("roles", "角色权限", Column.code("code").asKey(), Column.text("name"), Column.list("rights"));
    }

    /** Whoever changes what roles may do gives rights. */
    @Override
    public String right() {
        return Rights.ACCOUNT_MANAGE;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(PASSWORD_DAYS, SIGN_IN_FAILURES, LOCK_MINUTES);
    }

    @Override
    protected Roles read(List<Row> rows, PackProblems problems) {
        Map<String, Role> roles = new HashMap<>();
        for (Row row : rows) {
            for (String right : row.list("rights")) {
                if (!Rights.ALL.contains(right)) {
                    problems.add(row, "rights", "right-unknown", right, String.join(" ", Rights.ALL));
                }
            }
            roles.put(row.text("code"), new Role(row.text("code"), row.text("name"), Set.copyOf(row.list("rights"))));
        }
        return new Roles(Map.copyOf(roles));
    }

    /** Each post's role is known here, and somebody can manage accounts. */
    @Override
    public void check(PackContents pack, PackProblems problems) {
        pack.find(RolesTable.class).ifPresent(roles -> check(roles, pack, problems));
    }

    private static void check(Roles roles, PackContents pack, PackProblems problems) {
        boolean anyAdministrator = false;
        for (Row post : pack.rows(PostsTable.class)) {
            var role = roles.find(post.text("role"));
            if (role.isEmpty()) {
                problems.add(post, "role", "role-unknown", post.text("role"));
            }
            anyAdministrator |= role.filter(each -> each.rights().contains(Rights.ACCOUNT_MANAGE))
                    .isPresent();
        }
        if (!anyAdministrator && pack.find(PostsTable.class).isPresent()) {
            problems.add("posts.csv", 0, "role", "administrator-missing", Rights.ACCOUNT_MANAGE);
        }
    }
}
