package org.mulin.access.internal;

import org.mulin.base.Actor;
import org.springframework.context.ApplicationContext;

/** What a measurement inside the program's process knows of people: the module's own classes, nothing of its own. */
public final class BenchPeople {
    private final ApplicationContext program;

    public BenchPeople(ApplicationContext program) {
        this.program = program;
    }

    /** A code as if it had been sent to this phone. */
    public String code(String phone) {
        return program.getBean(SignInCodeRepository.class).issue(phone);
    }

    public Actor staff(String username) {
        return actor(program.getBean(AccountRepository.class).byUsername(username).orElseThrow());
    }

    /** Signs in the first time, so that there is an account. */
    public Actor resident(String phone) {
        return actor(program.getBean(SignInService.class).residentSignIn(phone, code(phone), "bench"));
    }

    private Actor actor(Account account) {
        return program.getBean(Actors.class).find(account.id()).orElseThrow();
    }
}
