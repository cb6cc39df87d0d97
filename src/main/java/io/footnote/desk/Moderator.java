package io.footnote.desk;

/**
 * Who is signed in. Immutable.
 *
 * @param id the Telegram user id
 * @param role what they may do, as of this request
 * @param formToken what every form of theirs carries, to prove that it came from one of these pages
 */
record Moderator(long id, Role role, String formToken) {

    boolean administrator() {
        return role.includes(Role.ADMINISTRATOR);
    }
}
