package io.footnote.storage;

/**
 * What is worked on in order: the updates of a chat, and the calls that go there. What is urgent does not wait behind
 * what is not. Immutable.
 *
 * @param chat the chat's pseudonym, or 0 for none
 * @param urgent whether it holds what a reader waits for with the finger on a button
 */
public record Lane(long chat, boolean urgent) {}
