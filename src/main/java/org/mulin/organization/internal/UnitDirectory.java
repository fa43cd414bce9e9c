package org.mulin.organization.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mulin.base.AreaRange;
import org.mulin.organization.Post;
import org.mulin.organization.Unit;

/** Units and posts in memory, immutable. */
final class UnitDirectory {
    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<UUID, Unit> byId = new HashMap<>();
    private final Map<String, Post> posts = new HashMap<>();
    private final Map<UUID, Post> postsById = new HashMap<>();
    private final Map<UUID, List<Post>> openPosts;
    private final Map<String, List<Unit>> openByKind;
    private final List<Unit> open;

    UnitDirectory(List<Unit> units, List<Post> posts) {
        units.forEach(unit -> {
            byCode.put(unit.code(), unit);
            byId.put(unit.id(), unit);
        });
        posts.forEach(post -> {
            this.posts.put(post.code(), post);
            postsById.put(post.id(), post);
        });
        openPosts = posts.stream()
                .filter(Post::open)
                .sorted(Comparator.comparing(Post::code))
                .collect(Collectors.groupingBy(Post::unitId));
        open = units.stream()
                .filter(Unit::open)
                .sorted(Comparator.comparing(Unit::areaKey).thenComparing(Unit::code))
                .toList();
        openByKind = open.stream().collect(Collectors.groupingBy(Unit::kind));
    }

    Optional<Unit> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Optional<Unit> byId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Unit> nearest(String kind, String areaKey) {
        return openByKind.getOrDefault(kind, List.of()).stream()
                .filter(unit -> AreaRange.of(unit.areaKey()).contains(areaKey))
                .max(Comparator.<Unit>comparingInt(unit -> unit.areaKey().length())
                        .thenComparing(Unit::code, Comparator.reverseOrder()));
    }

    List<Unit> within(AreaRange range) {
        return open.stream().filter(unit -> range.contains(unit.areaKey())).toList();
    }

    List<Post> posts(UUID unitId) {
        return openPosts.getOrDefault(unitId, List.of());
    }

    Optional<Post> post(String code) {
        return Optional.ofNullable(posts.get(code));
    }

    Optional<Post> post(UUID id) {
        return Optional.ofNullable(postsById.get(id));
    }
}
