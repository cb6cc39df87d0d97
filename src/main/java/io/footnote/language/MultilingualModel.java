package io.footnote.language;

import java.nio.file.Path;

/**
 * An encoder of many languages in a folder, as {@code model.onnx} with {@code tokenizer.json} beside it. Immutable.
 *
 * @param folder where it is
 * @param questionPrefix what stands before a question, with the white space after it; may be empty
 * @param passagePrefix what stands before a passage, with the white space after it; may be empty
 * @param mean whether a text's vector is the mean of its tokens'; else it is that of the first
 */
public record MultilingualModel(Path folder, String questionPrefix, String passagePrefix, boolean mean) {}
