package io.jenkins.plugins.drs.engine.redaction;

import java.util.List;

/** Characters that XML and HTML name. */
final class Entities {
    private static final List<String> NAMES = List.of(
            ("amp lt gt quot apos sol plus equals commat excl num dollar percnt lpar rpar ast comma period colon semi quest lsqb "
                            + "bsol rsqb Hat lowbar grave lcub vert rcub euro")
                    .split(" "));
    private static final String NAMED = "&<>\"'/+=@!#$%()*,.:;?[\\]^_`{|}€";

    /** Names of the characters from U+00A0 to U+00FF (HTML 4). */
    private static final List<String> LATIN_1 = List.of(
            ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute "
                            + "micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc "
                            + "Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde "
                            + "Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig "
                            + "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute "
                            + "icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc "
                            + "uuml yacute thorn yuml")
                    .split(" "));

    private Entities() {}

    /** The code of a named character; -1 where the name is not known. A blank that must not break is a blank. */
    static int code(String name) {
        int latin = LATIN_1.indexOf(name);
        int index = NAMES.indexOf(name);
        return latin == 0 ? ' ' : latin > 0 ? 0xa0 + latin : index >= 0 ? NAMED.charAt(index) : -1;
    }
}
