package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.triage.PlaceGuess;
import org.mulin.triage.PlaceSource;
import org.mulin.triage.Span;
import org.mulin.triage.Text;

/**
 * Reads from the names in a text where it belongs: each name speaks for its area and all areas above; from the city
 * downwards the child that is spoken for most is taken, as long as the names agree. Names that contradict each other
 * lower the confidence; below the city's own children they end the descent.
 */
final class PlaceReader {
    /** Under this share of the evidence the deeper area is not believed and the one above is answered. */
    private static final float SHARE_MIN = 0.65f;

    private static final double CHOSEN_AGAINST_WORDS = 0.9;

    private final Gazetteer gazetteer;

    PlaceReader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The deepest area the words agree on; empty when they name nothing below the city. */
    Optional<PlaceGuess> named(Text text, Plain plain) {
        if (gazetteer.size() == 0) {
            return Optional.empty();
        }
        Evidence evidence = evidence(text, plain, 0);
        Descent end = descend(evidence, 0);
        return end.node == 0 ? Optional.empty() : Optional.of(guess(end, evidence, text, plain, PlaceSource.NAMED, 1));
    }

    /** The area the author chose, or a deeper one inside it that the words name; empty when the code is unknown. */
    Optional<PlaceGuess> chosen(String areaCode, Text text, Plain plain) {
        int start = gazetteer.number(areaCode);
        if (start < 0) {
            return Optional.empty();
        }
        Evidence evidence = evidence(text, plain, start);
        Descent end = descend(evidence, start);
        boolean silent = evidence.mentions.isEmpty() || evidence.sums[start] > 0;
        return Optional.of(guess(end, evidence, text, plain, PlaceSource.CHOSEN, silent ? 1 : CHOSEN_AGAINST_WORDS));
    }

    /** The places, not areas, that the words name for sure, in their order. */
    List<String> sites(Text text, Plain plain) {
        return mentions(text, plain, 0).stream()
                .filter(mention -> !mention.doubtful())
                .map(mention -> mention.meanings().getFirst().placeName())
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    /** The text without the names of areas, which are no matters: in 百花湖第一网格 nobody speaks of a grid worker. */
    Text withoutAreas(Text text, Plain plain) {
        String whole = text.whole();
        for (Mention mention : mentions(text, plain, 0)) {
            if (!mention.doubtful() && mention.meanings().stream().allMatch(said -> said.placeName() == null)) {
                String name = span(mention, text, plain).words();
                whole = whole.replace(name, " ".repeat(name.length()));
            }
        }
        int body = text.subject().length() + 1;
        return new Text(whole.substring(0, body - 1), whole.substring(body));
    }

    /** What the names say: sums by area, each including the areas below. */
    private record Evidence(List<Mention> mentions, int[] meant, float[] sums) {}

    private record Descent(int node, double share) {}

    private Evidence evidence(Text text, Plain plain, int start) {
        List<Mention> mentions = mentions(text, plain, start);
        float[] sums = new float[gazetteer.size()];
        for (Mention mention : mentions) {
            if (mention.meanings().size() == 1) {
                add(sums, mention, mention.meanings().getFirst(), mention.weight());
            }
        }
        float[] certain = sums.clone();
        int[] meant = new int[mentions.size()];
        for (int i = 0; i < meant.length; i++) {
            Mention mention = mentions.get(i);
            if (mention.meanings().size() > 1) {
                meant[i] = settle(mention, certain, sums);
            }
        }
        return new Evidence(mentions, meant, sums);
    }

    private List<Mention> mentions(Text text, Plain plain, int start) {
        return new Agreement(gazetteer, start)
                .settle(Mentions.of(
                        gazetteer, plain, plain.indexOf(text.subject().length())));
    }

    /** A name borne by several areas means the one that the certain names point to; else it is shared among them. */
    private int settle(Mention mention, float[] certain, float[] sums) {
        List<Gazetteer.Meaning> meanings = mention.meanings();
        float[] support = new float[meanings.size()];
        float most = 0;
        for (int i = 0; i < support.length; i++) {
            for (int node = meanings.get(i).node(); node > 0; node = parent(node)) {
                support[i] += certain[node];
            }
            most = Math.max(most, support[i]);
        }
        List<Integer> best = new ArrayList<>();
        for (int i = 0; i < support.length; i++) {
            if (support[i] == most) {
                best.add(i);
            }
        }
        for (int i : best) {
            add(sums, mention, meanings.get(i), mention.weight() / best.size());
        }
        return best.getFirst();
    }

    private void add(float[] sums, Mention mention, Gazetteer.Meaning meaning, float weight) {
        for (int node = meaning.node(); node >= 0; node = parent(node)) {
            sums[node] += weight * mention.strength(meaning);
        }
    }

    private Descent descend(Evidence evidence, int start) {
        int[] first = firstMentions(evidence);
        Descent at = new Descent(start, 1);
        while (true) {
            float all = 0;
            int best = -1;
            for (int child = at.node + 1; child < gazetteer.size(); child++) {
                if (parent(child) == at.node && evidence.sums[child] > 0) {
                    all += evidence.sums[child];
                    best = best < 0 || isBetter(evidence.sums, first, child, best) ? child : best;
                }
            }
            float share = best < 0 ? 0 : evidence.sums[best] / all;
            if (best < 0 || (at.node != 0 && share < SHARE_MIN)) {
                return at;
            }
            at = new Descent(best, at.share * share);
        }
    }

    private static boolean isBetter(float[] sums, int[] first, int child, int best) {
        return sums[child] > sums[best] || (sums[child] == sums[best] && first[child] < first[best]);
    }

    /** By area, the first mention that speaks for it. */
    private int[] firstMentions(Evidence evidence) {
        int[] first = new int[gazetteer.size()];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int i = 0; i < evidence.mentions.size(); i++) {
            for (Gazetteer.Meaning meaning : evidence.mentions.get(i).meanings()) {
                for (int node = meaning.node(); node >= 0; node = parent(node)) {
                    first[node] = Math.min(first[node], i);
                }
            }
        }
        return first;
    }

    private PlaceGuess guess(Descent end, Evidence evidence, Text text, Plain plain, PlaceSource how, double factor) {
        Mention telling = null;
        Gazetteer.Meaning meaning = null;
        for (int i = 0; i < evidence.mentions.size(); i++) {
            Mention mention = evidence.mentions.get(i);
            Gazetteer.Meaning meant = mention.meanings().get(evidence.meant[i]);
            if (meant.node() == end.node && (telling == null || mention.weight() > telling.weight())) {
                telling = mention;
                meaning = meant;
            }
        }
        Gazetteer.Node node = gazetteer.node(end.node);
        double strength = how == PlaceSource.CHOSEN
                ? 1
                : telling == null || meaning == null
                        ? Math.min(SHARE_MIN, surest(evidence, end.node))
                        : telling.strength(meaning);
        return new PlaceGuess(
                node.code(),
                node.key(),
                end.share * strength * factor,
                how,
                telling == null ? null : span(telling, text, plain),
                placeName(meaning));
    }

    /** Nothing is surer than the surest of the names inside that speak for it. */
    private float surest(Evidence evidence, int node) {
        float surest = 0;
        for (Mention mention : evidence.mentions) {
            for (Gazetteer.Meaning meaning : mention.meanings()) {
                if (gazetteer.isWithin(meaning.node(), node)) {
                    surest = Math.max(surest, mention.strength(meaning));
                }
            }
        }
        return surest;
    }

    private static @Nullable String placeName(Gazetteer.@Nullable Meaning meaning) {
        return meaning == null ? null : meaning.placeName();
    }

    private static Span span(Mention mention, Text text, Plain plain) {
        String whole = text.whole();
        int from = plain.origin(mention.from());
        int to = plain.originEnd(mention.to(), whole);
        return new Span(from, to, whole.substring(from, to));
    }

    private int parent(int node) {
        return gazetteer.node(node).parent();
    }
}
