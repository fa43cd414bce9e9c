package org.mulin.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.Refused;

/** 社区任务: the only way by which any module brings work of a unit to a community. */
public interface CommunityTasks {
    /** So many forms a task asks for at most. */
    int FORMS_MAX = 50;

    /**
     * A task as it is wanted.
     *
     * @param itemCode line of the admission list
     * @param forms how many forms are asked for, {@value #FORMS_MAX} at most
     * @param unitIds of communities in the actor's reach
     */
    record Wanted(String itemCode, String title, String words, LocalDate dueDay, int forms, List<UUID> unitIds) {
        public Wanted {
            unitIds = List.copyOf(unitIds);
        }
    }

    /**
     * Sends it to all of them, or to none.
     *
     * @param key said twice, done once
     * @return ids of the tasks, one for each community
     * @throws Refused naming the rule of the admission list that forbids it
     */
    List<UUID> send(Actor actor, String key, Wanted wanted);
}
