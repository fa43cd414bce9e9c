package org.mulin.demo.internal.script;

/** How an appeal gets in. */
public enum Entry {
    /** By its author, on the residents' page. */
    PAGE(""),
    /** By telephone: the day's calls come as a file of the hotline. */
    CALL("hotline"),
    /** At a counter: the day's visits come as a file of the window. */
    COUNTER("counter"),
    /** By a grid worker, who saw it or settled it on the spot. */
    GRID("");

    private final String file;

    Entry(String file) {
        this.file = file;
    }

    /** The channel as imports call it; empty for what is no file. */
    public String file() {
        return file;
    }
}
