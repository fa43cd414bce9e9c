package org.mulin.access.internal;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** What a session keeps of who signed in: the account alone; rights are looked up for each request. */
record AccountPrincipal(UUID account) implements Principal, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return account.toString();
    }
}
