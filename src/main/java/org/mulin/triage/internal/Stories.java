package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mulin.triage.Text;

/**
 * Makes of examples that were made of one phrase each messages like real ones, which say their concern several times in
 * different words: each second gets the words of two more phrases of its label. What people wrote stays as it is.
 */
final class Stories {
    private static final int PHRASES = 3;

    private Stories() {}

    static List<Example> of(List<Example> examples) {
        List<Example> all = new ArrayList<>();
        Map<String, List<Example>> made = new TreeMap<>();
        for (Example example : examples) {
            if (example.real()) {
                all.add(example);
            } else {
                made.computeIfAbsent(example.label(), _ -> new ArrayList<>()).add(example);
            }
        }
        for (List<Example> same : made.values()) {
            for (int i = 0; i < same.size(); i++) {
                all.add(i % 2 == 0 ? same.get(i) : told(same, i));
            }
        }
        return all;
    }

    private static Example told(List<Example> same, int first) {
        Example begun = same.get(first);
        StringBuilder body = new StringBuilder(begun.text().body());
        int phrases = 1;
        int group = begun.group();
        for (int i = 1; i < same.size() && phrases < PHRASES; i++) {
            Example next = same.get((first + i) % same.size());
            if (next.group() != group) {
                body.append('，').append(next.text().whole());
                group = next.group();
                phrases++;
            }
        }
        Text text = new Text(begun.text().subject(), body.toString());
        return new Example(text, begun.label(), begun.group(), false);
    }
}
