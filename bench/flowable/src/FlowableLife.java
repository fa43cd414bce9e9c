import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * The same six steps in the Flowable engine: a process with a task for each that people take, its data as variables,
 * its history kept as the engine keeps it by default. Each step finds its task and completes it, in a transaction.
 */
public final class FlowableLife implements Life {
    private static final String PROCESS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                targetNamespace="bench">
              <process id="ticket" isExecutable="true">
                <startEvent id="registered"/>
                %s
                <endEvent id="closed"/>
              </process>
            </definitions>""";

    private static final List<String> TASKS = List.of("dispatch", "accept", "reply", "resolve", "judge");

    private final ProcessEngine engine;

    /** @param database its own, in the same PostgreSQL */
    public FlowableLife(DataSource database) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.AUDIT);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        this.engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("ticket.bpmn20.xml", process())
                .deploy();
    }

    private static String process() {
        StringBuilder steps = new StringBuilder();
        String before = "registered";
        for (String task : TASKS) {
            steps.append("""
                    <userTask id="%1$s" name="%1$s" flowable:candidateGroups="${%1$sGroup}" flowable:dueDate="${due}"/>
                    <sequenceFlow id="to-%1$s" sourceRef="%2$s" targetRef="%1$s"/>
                    """.formatted(task, before));
            before = task;
        }
        steps.append("<sequenceFlow id=\"to-closed\" sourceRef=\"%s\" targetRef=\"closed\"/>".formatted(before));
        return PROCESS.formatted(steps);
    }

    @Override
    public void live() {
        RuntimeService runtime = engine.getRuntimeService();
        Map<String, Object> facts = new HashMap<>();
        facts.put("number", "20260101-000001");
        facts.put("words", WORDS);
        facts.put("channel", "WEB");
        facts.put("area", "360502001001001");
        facts.put("author", "0199d3c4-7d3b-7a51-b6a8-3f1d2c4b5a69");
        facts.put("confidential", false);
        facts.put("due", Date.from(Instant.now().plusSeconds(86_400)));
        TASKS.forEach(task -> facts.put(task + "Group", "unit-" + task));
        String process = runtime.startProcessInstanceByKey("ticket", facts).getId();
        complete(process, Map.of("matter", MATTER, "lead", "city-urban-management", "reasons", REASONS));
        complete(process, Map.of());
        complete(process, Map.of("reply", REPLY));
        complete(process, Map.of("result", RESULT));
        complete(process, Map.of("contacted", true, "solved", true, "satisfaction", 5));
    }

    private void complete(String process, Map<String, Object> facts) {
        TaskService tasks = engine.getTaskService();
        tasks.complete(
                tasks.createTaskQuery().processInstanceId(process).singleResult().getId(), facts);
    }
}
