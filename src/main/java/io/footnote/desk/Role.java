package io.footnote.desk;

/** What somebody may do at the desk; the later may do what the earlier may. */
public enum Role {
    /** May look at the log and review answers. */
    MODERATOR,
    /** May also change what readers get and see, and read the audit trail. */
    ADMINISTRATOR;

    boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
