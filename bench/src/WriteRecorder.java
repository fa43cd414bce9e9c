import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Between the program and its database: notes, while asked to, each write of each transaction that commits. */
final class WriteRecorder extends DelegatingDataSource {
    private final List<List<Write>> transactions = new ArrayList<>();
    private volatile boolean recording;

    WriteRecorder(DataSource database) {
        super(database);
    }

    /** A statement with what was set in it: each the method of {@link PreparedStatement} and its arguments. */
    record Write(String sql, List<Setting> settings) {}

    record Setting(Method method, Object[] arguments) {}

    interface Work {
        void run() throws Exception;
    }

    List<List<Write>> during(Work work) throws Exception {
        transactions.clear();
        recording = true;
        try {
            work.run();
        } finally {
            recording = false;
        }
        synchronized (transactions) {
            return List.copyOf(transactions);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return recording ? noted(connection) : connection;
    }

    private Connection noted(Connection connection) {
        List<Write> pending = new ArrayList<>();
        return proxy(Connection.class, connection, (method, arguments, result) -> {
            switch (method.getName()) {
                case "commit" -> commit(pending);
                case "rollback" -> pending.clear();
                case "setAutoCommit" -> commit(pending);
                case "prepareStatement" -> {
                    return noted((PreparedStatement) result, (String) arguments[0], connection, pending);
                }
                default -> {}
            }
            return result;
        });
    }

    private void commit(List<Write> pending) {
        if (!pending.isEmpty()) {
            synchronized (transactions) {
                transactions.add(List.copyOf(pending));
            }
            pending.clear();
        }
    }

    private PreparedStatement noted(
            PreparedStatement statement, String sql, Connection connection, List<Write> pending) {
        String verb = sql.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        if (!List.of("insert", "update", "delete").contains(verb)) {
            return statement;
        }
        List<Setting> settings = new ArrayList<>();
        return proxy(PreparedStatement.class, statement, (method, arguments, result) -> {
            String name = method.getName();
            if (name.startsWith("set") && arguments != null && arguments.length > 1) {
                settings.add(new Setting(method, arguments.clone()));
            } else if (name.equals("addBatch") || name.equals("executeUpdate") || name.equals("execute")
                    || name.equals("executeQuery")) {
                // a statement that met no row wrote nothing
                boolean wrote = name.equals("executeQuery")
                        || name.equals("addBatch")
                        || (result instanceof Integer rows ? rows : statement.getUpdateCount()) != 0;
                if (wrote) {
                    pending.add(new Write(sql, List.copyOf(settings)));
                }
                if (connection.getAutoCommit()) {
                    commit(pending);
                }
            }
            return result;
        });
    }

    private interface After {
        Object handle(Method method, Object[] arguments, Object result) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                WriteRecorder.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return after.handle(method, arguments, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
