//! The commands of TeX that bibliographies use, and what each sets.

/// What a command sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// These characters.
    Text(&'static str),
    /// Nothing: it only says how, or where lines break.
    Nothing,
    /// Its argument, in another type.
    Same,
    /// Nothing, and neither its argument: it is for sorting or for room.
    Dropped,
    /// Its second argument.
    Second,
    /// Its argument, letter by letter.
    Address,
    /// Its second argument, which leads to the first.
    Link,
    /// Its argument between these.
    Around(&'static str, &'static str),
    /// Its argument above the line.
    Above,
    /// Its argument below the line.
    Below,
    /// Its argument with this accent, a combining character.
    Accent(char),
    /// One argument over the other.
    Fraction,
    /// Its argument as mathematics.
    Math,
}

/// What the command of this name sets; `None` where it isn't known.
pub(super) fn of(name: &str) -> Option<What> {
    let found = match name {
        "emph" | "textit" | "textbf" | "textsc" | "textsf" | "texttt" | "textrm"
        | "textsl" | "textup" | "textmd" | "textnormal" | "textlf" | "text" | "mbox"
        | "hbox" | "fbox" | "underline" | "uline" | "uppercase" | "MakeUppercase"
        | "lowercase" | "MakeLowercase" | "NoCaseChange" | "mkbibemph"
        | "mkbibitalic" | "mkbibbold" | "mkbibacro" | "textins" | "mathrm" | "mathbf"
        | "mathit" | "mathsf" | "mathtt" | "mathcal" | "mathbb" | "mathfrak"
        | "operatorname" | "boldsymbol" | "pmb" | "overline" | "citetitle"
        | "natexlab" | "textgreek" | "textcyrillic" => What::Same,
        "em" | "it" | "bf" | "sc" | "sf" | "tt" | "rm" | "sl" | "itshape"
        | "bfseries" | "scshape" | "upshape" | "slshape" | "mdseries" | "normalfont"
        | "rmfamily" | "sffamily" | "ttfamily" | "tiny" | "scriptsize"
        | "footnotesize" | "small" | "normalsize" | "large" | "Large" | "LARGE"
        | "huge" | "Huge" | "unskip" | "allowbreak" | "nobreak" | "newblock" | "left"
        | "right" | "displaystyle" | "textstyle" | "limits" | "bibrangedash"
        | "sloppy" | "noindent" | "ignorespaces" | "null" | "relax" | "protect"
        | "big" | "Big" => What::Nothing,
        "noopsort" | "nocite" | "label" | "phantom" | "vphantom" | "hphantom"
        | "hspace" | "vspace" | "index" | "SortNoop" | "sortnoop" => What::Dropped,
        "foreignlanguage" | "textcolor" | "bibinfo" | "bibfield" => What::Second,
        "url" | "nolinkurl" | "path" => What::Address,
        "href" => What::Link,
        "enquote" | "mkbibquote" | "textquote" => What::Around("“", "”"),
        "mkbibparens" => What::Around("(", ")"),
        "mkbibbrackets" => What::Around("[", "]"),
        "sqrt" => What::Around("√(", ")"),
        "textsuperscript" | "mkbibsuperscript" => What::Above,
        "textsubscript" | "mkbibsubscript" => What::Below,
        "u" | "breve" => What::Accent('\u{306}'),
        "v" | "check" => What::Accent('\u{30c}'),
        "H" => What::Accent('\u{30b}'),
        "c" => What::Accent('\u{327}'),
        "d" => What::Accent('\u{323}'),
        "b" => What::Accent('\u{331}'),
        "k" => What::Accent('\u{328}'),
        "r" | "mathring" => What::Accent('\u{30a}'),
        "t" => What::Accent('\u{361}'),
        "h" => What::Accent('\u{309}'),
        "G" => What::Accent('\u{30f}'),
        "hat" => What::Accent('\u{302}'),
        "tilde" => What::Accent('\u{303}'),
        "bar" => What::Accent('\u{304}'),
        "dot" => What::Accent('\u{307}'),
        "ddot" => What::Accent('\u{308}'),
        "vec" => What::Accent('\u{20d7}'),
        "acute" => What::Accent('\u{301}'),
        "grave" => What::Accent('\u{300}'),
        "frac" | "tfrac" | "dfrac" | "nicefrac" | "sfrac" => What::Fraction,
        "ensuremath" => What::Math,
        _ => {
            let at = TEXTS.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
            What::Text(TEXTS[at].1)
        }
    };
    Some(found)
}

/// Commands that stand for characters, in order.
#[rustfmt::skip]
const TEXTS: [(&str, &str); 250] = [
    ("AA", "Å"), ("AE", "Æ"), ("BibTeX", "BibTeX"), ("ConTeXt", "ConTeXt"), ("DH", "Ð"), ("DJ", "Đ"),
    ("Delta", "Δ"), ("EUR", "€"), ("Gamma", "Γ"), ("L", "Ł"), ("LaTeX", "LaTeX"), ("LaTeXe", "LaTeX2e"),
    ("Lambda", "Λ"), ("Leftarrow", "⇐"), ("LuaTeX", "LuaTeX"), ("NG", "Ŋ"), ("O", "Ø"), ("OE", "Œ"),
    ("Omega", "Ω"), ("P", "¶"), ("Phi", "Φ"), ("Pi", "Π"), ("Psi", "Ψ"), ("Rightarrow", "⇒"), ("S", "§"),
    ("SS", "ẞ"), ("Sigma", "Σ"), ("TH", "Þ"), ("TeX", "TeX"), ("Theta", "Θ"), ("Upsilon", "Υ"),
    ("XeTeX", "XeTeX"), ("Xi", "Ξ"), ("aa", "å"), ("addcomma", ","), ("adddot", "."), ("addspace", " "),
    ("ae", "æ"), ("alpha", "α"), ("angle", "∠"), ("approx", "≈"), ("ast", "*"), ("backslash", "\\"),
    ("beta", "β"), ("bullet", "•"), ("cap", "∩"), ("cdot", "·"), ("cdots", "⋯"), ("checkmark", "✓"),
    ("chi", "χ"), ("circ", "°"), ("copyright", "©"), ("cos", "cos"), ("cup", "∪"), ("dag", "†"),
    ("ddag", "‡"), ("degree", "°"), ("delta", "δ"), ("dh", "ð"), ("div", "÷"), ("dj", "đ"), ("dots", "…"),
    ("downarrow", "↓"), ("dq", "\""), ("ell", "ℓ"), ("emptyset", "∅"), ("enspace", " "), ("epsilon", "ε"),
    ("equiv", "≡"), ("eta", "η"), ("euro", "€"), ("exists", "∃"), ("exp", "exp"), ("fg", " »"), ("flat", "♭"),
    ("flq", "‹"), ("flqq", "«"), ("forall", "∀"), ("frq", "›"), ("frqq", "»"), ("gamma", "γ"), ("ge", "≥"),
    ("geq", "≥"), ("gg", "≫"), ("glq", "‚"), ("glqq", "„"), ("grq", "‘"), ("grqq", "“"), ("gt", ">"),
    ("guillemetleft", "«"), ("guillemetright", "»"), ("guillemotleft", "«"), ("guillemotright", "»"),
    ("guilsinglleft", "‹"), ("guilsinglright", "›"), ("hbar", "ℏ"), ("heartsuit", "♥"), ("hyphen", "-"),
    ("i", "ı"), ("imath", "ı"), ("in", "∈"), ("infty", "∞"), ("int", "∫"), ("iota", "ι"), ("j", "ȷ"),
    ("jmath", "ȷ"), ("kappa", "κ"), ("l", "ł"), ("lambda", "λ"), ("langle", "⟨"), ("lbrace", "{"),
    ("lbrack", "["), ("ldots", "…"), ("le", "≤"), ("leftarrow", "←"), ("leftrightarrow", "↔"), ("leq", "≤"),
    ("lim", "lim"), ("linebreak", " "), ("ll", "≪"), ("ln", "ln"), ("log", "log"), ("longrightarrow", "→"),
    ("lq", "‘"), ("lt", "<"), ("max", "max"), ("mid", "|"), ("min", "min"), ("mp", "∓"), ("mu", "μ"),
    ("nabla", "∇"), ("ne", "≠"), ("neg", "¬"), ("neq", "≠"), ("newline", " "), ("ng", "ŋ"),
    ("nobreakspace", " "), ("notin", "∉"), ("nu", "ν"), ("o", "ø"), ("oe", "œ"), ("og", "« "), ("omega", "ω"),
    ("par", " "), ("parallel", "∥"), ("partial", "∂"), ("perp", "⊥"), ("phi", "φ"), ("pi", "π"), ("pm", "±"),
    ("pounds", "£"), ("prime", "′"), ("prod", "∏"), ("propto", "∝"), ("psi", "ψ"), ("qquad", " "),
    ("quad", " "), ("quotedblbase", "„"), ("quotesinglbase", "‚"), ("rangle", "⟩"), ("rbrace", "}"),
    ("rbrack", "]"), ("rho", "ρ"), ("rightarrow", "→"), ("rq", "’"), ("sharp", "♯"), ("sigma", "σ"),
    ("sim", "∼"), ("simeq", "≃"), ("sin", "sin"), ("slash", "/"), ("space", " "), ("ss", "ß"), ("star", "⋆"),
    ("subset", "⊂"), ("sum", "∑"), ("tan", "tan"), ("tau", "τ"), ("textasciiacute", "´"),
    ("textasciicircum", "^"), ("textasciigrave", "`"), ("textasciitilde", "~"), ("textasteriskcentered", "*"),
    ("textbackslash", "\\"), ("textbar", "|"), ("textbraceleft", "{"), ("textbraceright", "}"),
    ("textbrokenbar", "¦"), ("textbullet", "•"), ("textcent", "¢"), ("textcopyright", "©"),
    ("textdagger", "†"), ("textdaggerdbl", "‡"), ("textdegree", "°"), ("textdiv", "÷"), ("textdollar", "$"),
    ("textellipsis", "…"), ("textemdash", "—"), ("textendash", "–"), ("texteuro", "€"),
    ("textexclamdown", "¡"), ("textgreater", ">"), ("textinterrobang", "‽"), ("textleftarrow", "←"),
    ("textless", "<"), ("textminus", "−"), ("textmu", "µ"), ("textnumero", "№"), ("textogonekcentered", "˛"),
    ("textonehalf", "½"), ("textonequarter", "¼"), ("textordfeminine", "ª"), ("textordmasculine", "º"),
    ("textparagraph", "¶"), ("textperiodcentered", "·"), ("textperthousand", "‰"), ("textpm", "±"),
    ("textquestiondown", "¿"), ("textquotedbl", "\""), ("textquotedblleft", "“"), ("textquotedblright", "”"),
    ("textquoteleft", "‘"), ("textquoteright", "’"), ("textquotesingle", "'"), ("textregistered", "®"),
    ("textrightarrow", "→"), ("textsection", "§"), ("textsterling", "£"), ("textthreequarters", "¾"),
    ("texttimes", "×"), ("texttrademark", "™"), ("textunderscore", "_"), ("textvisiblespace", "␣"),
    ("textyen", "¥"), ("th", "þ"), ("theta", "θ"), ("thinspace", " "), ("times", "×"), ("to", "→"),
    ("uparrow", "↑"), ("upsilon", "υ"), ("varepsilon", "ε"), ("varphi", "φ"), ("varsigma", "ς"),
    ("vartheta", "ϑ"), ("vee", "∨"), ("vert", "|"), ("wedge", "∧"), ("xi", "ξ"), ("zeta", "ζ"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_found_by_its_name() {
        assert!(TEXTS.is_sorted());
        assert_eq!(of("ss"), Some(What::Text("ß")));
        assert_eq!(of("emph"), Some(What::Same));
        assert_eq!(of("unheard"), None);
    }
}
