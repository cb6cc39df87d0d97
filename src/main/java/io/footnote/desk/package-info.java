/**
 * The moderators' web pages: what was answered, how sure it is, and what moderators make of it.
 *
 * <pre>
 * request → Guard: headers, session, role, form token → Routes: one handler a page
 *     view   → reads storage → template
 *     change → writes storage and the audit trail in one transaction → redirect
 * </pre>
 *
 * <p>Alone knows the web server and the templates, which are compiled into this package. Must not know SQL, Lucene or
 * Telegram.
 */
@NullMarked
package io.footnote.desk;

import org.jspecify.annotations.NullMarked;
