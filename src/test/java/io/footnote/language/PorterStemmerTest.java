package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PorterStemmerTest {

    /** The examples of Porter's paper, step by step. */
    @ParameterizedTest
    @CsvSource({
        "caresses,caress",
        "ponies,poni",
        "ties,ti",
        "cats,cat",
        "feed,feed",
        "agreed,agre",
        "plastered,plaster",
        "bled,bled",
        "motoring,motor",
        "sing,sing",
        "conflated,conflat",
        "troubled,troubl",
        "sized,size",
        "hopping,hop",
        "falling,fall",
        "hissing,hiss",
        "failing,fail",
        "filing,file",
        "happy,happi",
        "sky,sky",
        "relational,relat",
        "conditional,condit",
        "rational,ration",
        "digitizer,digit",
        "operator,oper",
        "feudalism,feudal",
        "decisiveness,decis",
        "hopefulness,hope",
        "sensibiliti,sensibl",
        "triplicate,triplic",
        "formative,form",
        "electrical,electr",
        "goodness,good",
        "revival,reviv",
        "allowance,allow",
        "inference,infer",
        "adjustable,adjust",
        "replacement,replac",
        "adoption,adopt",
        "activate,activ",
        "effective,effect",
        "probate,probat",
        "rate,rate",
        "cease,ceas",
        "controll,control",
        "roll,roll",
        "is,is"
    })
    void stemsAsThePaperSays(String word, String stem) {
        assertThat(new PorterStemmer().stem(word)).isEqualTo(stem);
    }
}
