import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mulin.base.Ids;

/**
 * The writes of a life that the program has lived, again and again with new ids: the same statements in the same
 * transactions, and nothing else. No program that writes these rows can be cheaper.
 */
final class BareLife implements Life {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[37][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{8}-[0-9]{6,}");
    private static final int HASH_bytes = 32;

    private final Connection connection;
    private final List<List<Prepared>> transactions = new ArrayList<>();
    private final Map<UUID, Integer> slots = new LinkedHashMap<>();
    /** Of a day long past, and not those of an earlier run. */
    private int numbers = (int) (System.currentTimeMillis() / 1000 % 100_000 * 20_000);

    /** @param since milliseconds; an id that is younger was born in that life */
    BareLife(Connection connection, List<List<WriteRecorder.Write>> recorded, long since) throws Exception {
        this.connection = connection;
        connection.setAutoCommit(false);
        Map<String, PreparedStatement> statements = new HashMap<>();
        for (var transaction : recorded) {
            List<Prepared> prepared = new ArrayList<>();
            for (var write : transaction) {
                PreparedStatement statement = statements.get(write.sql());
                if (statement == null) {
                    statement = connection.prepareStatement(write.sql());
                    statements.put(write.sql(), statement);
                }
                List<Value> values = new ArrayList<>();
                for (var setting : write.settings()) {
                    values.add(value(setting, since));
                }
                prepared.add(new Prepared(statement, values));
            }
            transactions.add(prepared);
        }
    }

    private record Prepared(PreparedStatement statement, List<Value> values) {}

    private interface Source {
        Object value(UUID[] ids, String number);
    }

    private record Value(WriteRecorder.Setting setting, Source source) {
        void set(PreparedStatement statement, UUID[] ids, String number) throws Exception {
            Object[] arguments = setting.arguments();
            if (source != null) {
                arguments = arguments.clone();
                arguments[1] = source.value(ids, number);
            }
            setting.method().invoke(statement, arguments);
        }
    }

    private Value value(WriteRecorder.Setting setting, long since) {
        Object given = setting.arguments()[1];
        if (given instanceof UUID id && isBorn(id, since)) {
            int slot = slot(id);
            return new Value(setting, (ids, number) -> ids[slot]);
        }
        if (given instanceof byte[] bytes && bytes.length == HASH_bytes) {
            return new Value(setting, (ids, number) -> {
                byte[] other = new byte[HASH_bytes];
                ThreadLocalRandom.current().nextBytes(other);
                return other;
            });
        }
        if (given instanceof String text) {
            if (NUMBER.matcher(text).matches()) {
                return new Value(setting, (ids, number) -> number);
            }
            List<Object> pieces = pieces(text, since);
            if (pieces.size() > 1) {
                return new Value(setting, (ids, number) -> {
                    StringBuilder whole = new StringBuilder(text.length());
                    pieces.forEach(piece -> whole.append(piece instanceof Integer slot ? ids[slot] : piece));
                    return whole.toString();
                });
            }
        }
        return new Value(setting, null);
    }

    /** Text between ids, and the ids' slots. */
    private List<Object> pieces(String text, long since) {
        List<Object> pieces = new ArrayList<>();
        Matcher found = ID.matcher(text);
        int from = 0;
        while (found.find()) {
            UUID id = UUID.fromString(found.group());
            if (isBorn(id, since)) {
                pieces.add(text.substring(from, found.start()));
                pieces.add(slot(id));
                from = found.end();
            }
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private int slot(UUID id) {
        return slots.computeIfAbsent(id, ignored -> slots.size());
    }

    private static boolean isBorn(UUID id, long since) {
        return id.version() == 3 || id.version() == 7 && id.getMostSignificantBits() >>> 16 >= since;
    }

    int writes() {
        return transactions.stream().mapToInt(List::size).sum();
    }

    int transactions() {
        return transactions.size();
    }

    @Override
    public void live() throws Exception {
        UUID[] ids = new UUID[slots.size()];
        for (int slot = 0; slot < ids.length; slot++) {
            ids[slot] = Ids.next();
        }
        String number = "20200101-" + numbers++;
        for (List<Prepared> transaction : transactions) {
            for (Prepared write : transaction) {
                for (Value value : write.values()) {
                    value.set(write.statement(), ids, number);
                }
                write.statement().execute();
            }
            connection.commit();
        }
    }
}
