package org.mulin.job;

/** Does one kind of long work; a Spring bean. */
public interface JobHandler {
    /** Lasting name, stored with each job. */
    String name();

    /**
     * Begins, or goes on after {@link Job#cursor()}.
     *
     * @throws org.mulin.base.Refused when it can never be done; the job fails with this code
     */
    JobRun open(Job job);
}
