package org.mulin.job;

/** One node's run of a job, used by one thread: {@link #readAhead} and {@link #write} in turn until nothing is left. */
public interface JobRun extends AutoCloseable {
    /**
     * Reads the next batch, outside of any transaction.
     *
     * @return false when there is nothing left
     */
    boolean readAhead();

    /**
     * Writes the batch that was read, inside a transaction that also keeps the cursor: both last or neither does. After
     * an exception the run is closed and the job is opened anew at the last cursor.
     */
    Advance write();

    @Override
    void close();
}
