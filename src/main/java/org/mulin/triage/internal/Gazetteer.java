package org.mulin.triage.internal;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every name of the city's areas and places, ready to be found in a text in one pass. Areas are numbered, parents
 * before children, the city being 0.
 */
final class Gazetteer {
    private static final int SHORT_CHARS_MIN = 2;
    private static final float SHORT_STRENGTH = 0.7f;
    private static final float FULL_STRENGTH = 0.95f;
    /** Longest first, as 街道办事处 ends in no other but 社区居委会 does. */
    private static final List<String> SUFFIXES = List.of(
            "街道办事处", "社区居委会", "村委会", "居委会", "街道", "社区", "小区", "花园", "新村", "公寓", "新区", "区", "县", "市", "镇", "乡", "村");

    /** An area of the tree; {@code parent} is the number of its parent, -1 for the city. */
    record Node(String code, String key, int parent) {}

    /** What one form of a name may mean. {@code placeName} is null when it names the area itself. */
    record Meaning(int node, float strength, @Nullable String placeName) {
        /** An area's name without its kind (花园 for 花园村) is more often an everyday word. */
        boolean isBareArea() {
            return placeName == null && strength <= SHORT_STRENGTH;
        }
    }

    private final List<Node> nodes;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final AhoCorasickDoubleArrayTrie<List<Meaning>> forms = new AhoCorasickDoubleArrayTrie<>();
    private final boolean empty;
    private final Slips slips;
    private final BitSet parents = new BitSet();

    private Gazetteer(List<Node> nodes, Map<String, List<Meaning>> meanings) {
        this.nodes = List.copyOf(nodes);
        slips = new Slips();
        meanings.forEach((form, all) -> all.forEach(meaning -> slips.add(form, withoutSuffix(form), meaning)));
        for (int number = 0; number < nodes.size(); number++) {
            numbers.put(nodes.get(number).code(), number);
            if (nodes.get(number).parent() >= 0) {
                parents.set(nodes.get(number).parent());
            }
        }
        empty = meanings.isEmpty();
        if (!empty) {
            forms.build(new TreeMap<>(meanings));
        }
    }

    int size() {
        return nodes.size();
    }

    Node node(int number) {
        return nodes.get(number);
    }

    /** The number of the area with this code, or -1. */
    int number(String code) {
        return numbers.getOrDefault(code, -1);
    }

    void find(Plain plain, AhoCorasickDoubleArrayTrie.IHit<List<Meaning>> hit) {
        if (!empty) {
            forms.parseText(plain.toString(), hit);
        }
    }

    /** What the text may have been meant to name where it names nothing. */
    Slips slips() {
        return slips;
    }

    /** Whether the area lies in the other one, or is it. */
    boolean isWithin(int node, int outer) {
        int at = node;
        while (at > outer) {
            at = this.node(at).parent();
        }
        return at == outer;
    }

    boolean hasChildren(int node) {
        return parents.get(node);
    }

    static boolean endsAsPlace(String name) {
        // asked for every part of every text: no stream
        for (String suffix : SUFFIXES) {
            if (name.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutSuffix(String form) {
        for (String suffix : SUFFIXES) {
            if (form.endsWith(suffix)) {
                return form.substring(0, form.length() - suffix.length());
            }
        }
        return form;
    }

    static final class Builder {
        private final List<Node> nodes = new ArrayList<>();
        private final Map<String, List<Meaning>> full = new HashMap<>();
        private final Map<String, List<Meaning>> shortened = new HashMap<>();

        /** Adds an area after its parent; its number is how many were added before. */
        int area(String code, String key, int parent, String name, List<String> aliases) {
            int number = nodes.size();
            nodes.add(new Node(code, key, parent));
            names(number, null, name, aliases);
            return number;
        }

        void place(String name, List<String> aliases, int node) {
            names(node, name, name, aliases);
        }

        /** A name that an area bore, or that of an area it was made from. */
        void oldName(int number, String name) {
            names(number, null, name, List.of());
        }

        /** A short form never takes a word away from what bears it as its full name. */
        Gazetteer build() {
            Map<String, List<Meaning>> all = new HashMap<>(full);
            shortened.forEach(all::putIfAbsent);
            return new Gazetteer(nodes, all);
        }

        private void names(int node, @Nullable String placeName, String name, List<String> aliases) {
            List<String> names = new ArrayList<>(aliases);
            names.add(name);
            for (String one : names) {
                String form = Plain.of(one).toString().strip();
                add(full, form, new Meaning(node, FULL_STRENGTH, placeName));
                String bare = withoutSuffix(form);
                if (bare.length() >= SHORT_CHARS_MIN && !bare.equals(form)) {
                    add(shortened, bare, new Meaning(node, SHORT_STRENGTH, placeName));
                }
            }
        }

        private static void add(Map<String, List<Meaning>> forms, String form, Meaning meaning) {
            if (!form.isEmpty()) {
                List<Meaning> meanings = forms.computeIfAbsent(form, _ -> new ArrayList<>());
                if (meanings.stream().noneMatch(known -> known.node() == meaning.node())) {
                    meanings.add(meaning);
                }
            }
        }
    }
}
