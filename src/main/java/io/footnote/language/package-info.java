/**
 * Words and what they mean to the rest: sentence boundaries, tokens, numbers, dates, names, and the in-process
 * sentence encoder. The only package that touches ONNX Runtime and the tokenizer.
 *
 * <p>It knows nothing of articles, questions or answers: text goes in, spans and vectors come out.
 */
@NullMarked
package io.footnote.language;

import org.jspecify.annotations.NullMarked;
