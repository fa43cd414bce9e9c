package org.mulin.access.internal;

/** Whether somebody must choose a new password before any work, and why. */
enum PasswordState {
    /** 有效: nothing to do; also of residents, who have none. */
    CURRENT,
    /** 临时密码: given by an administrator. */
    TEMPORARY,
    /** 密码到期: older than the pack allows. */
    EXPIRED
}
