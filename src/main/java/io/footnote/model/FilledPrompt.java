package io.footnote.model;

/**
 * A prompt ready to be sent. Immutable.
 *
 * @param task what it asks for
 * @param system what the model is told about its task
 * @param user what it is to work on
 * @param schema the JSON schema of the reply
 * @param hash the version of the template, SHA-256 in hexadecimal
 */
public record FilledPrompt(String task, String system, String user, String schema, String hash) {}
