//! Findings in the words of a caseworker.

use super::protected::{Protected, Subject};
use crate::case::CaseNumber;
use crate::desk::Reading;
use crate::speech::say;
use crate::view::{SayFinding, SayRewrite};
use crate::{Speech, day};
use disclosure::{
    Beyond, Category, CountryHandle, Finding, NameMatch, Outcome, Reason, Rewrite, RewriteRule,
    Scheme, Severity, Stop,
};

/// Tells of one draft.
pub(super) struct Teller<'o> {
    pub reading: Reading<'o>,
    pub protected: &'o Protected,
    pub draft: &'o str,
}

impl Teller<'_> {
    pub fn finding(&self, finding: &Finding) -> SayFinding {
        let speech = self.reading.speech;
        let at = &finding.at;
        let marked = self.draft.chars().skip(at.start);
        let whom = self.protected.whom(&finding.subject);
        SayFinding {
            words: marked.take(at.end.saturating_sub(at.start)).collect(),
            case: match whom {
                Some(Subject::Person(number) | Subject::Helper(number)) => {
                    self.opens(number).then_some(number.0)
                }
                Some(
                    Subject::Host
                    | Subject::Staff
                    | Subject::Spoken(_)
                    | Subject::Talk(_)
                    | Subject::Authority(_),
                )
                | None => None,
            },
            // A figure exposes whoever it counts: none of them by name.
            exposes: match finding.category {
                Category::Count | Category::Outcome => String::new(),
                _ => say!(speech, "say-exposes", whom = &self.whom(whom)),
            },
            part: speech.say(part(finding.category)),
            grave: speech.say(match finding.severity {
                _ if finding.category == Category::Outcome => "say-untrue",
                Severity::High => "say-grave",
                Severity::Medium => "say-with-more",
                Severity::Low => "say-helps",
            }),
            why: self.why(&finding.reason),
            out: finding.already_out.then(|| speech.say("say-out")),
        }
    }

    pub fn rewrite(&self, rewrite: &Rewrite) -> SayRewrite {
        let speech = self.reading.speech;
        SayRewrite {
            rule: speech.say(match rewrite.rule {
                RewriteRule::DropWords => "say-rule-drop-words",
                RewriteRule::DropSentence => "say-rule-drop-sentence",
                RewriteRule::Somebody => "say-rule-somebody",
                RewriteRule::SomePlace => "say-rule-some-place",
                RewriteRule::Recently => "say-rule-recently",
                RewriteRule::Helper => "say-rule-helper",
                RewriteRule::Member => "say-rule-member",
                RewriteRule::They => "say-rule-they",
                RewriteRule::RoundDown => "say-rule-round",
                RewriteRule::Some => "say-rule-some",
                RewriteRule::NoComment => "say-rule-no-comment",
                RewriteRule::AsAgreed => "say-rule-agreed",
                RewriteRule::AsRecorded => "say-rule-recorded",
            }),
            draft: rewrite.draft.clone(),
            left: speech.count("say-left", rewrite.left),
        }
    }

    /// Whether the case under a number opens for whoever reads this.
    fn opens(&self, number: CaseNumber) -> bool {
        self.reading.desk.caseload().case(number).is_some()
    }

    fn whom(&self, whom: Option<Subject>) -> String {
        let speech = self.reading.speech;
        match whom {
            // Of a case that does not open here not even the number is told.
            Some(Subject::Person(number) | Subject::Helper(number)) if !self.opens(number) => {
                speech.say("say-whom-unknown")
            }
            Some(Subject::Person(number)) => {
                let case = self.reading.desk.caseload().case(number);
                let code = case.map(|case| self.reading.head(case).code);
                let code = code.unwrap_or_default();
                say!(
                    speech,
                    "say-whom-case",
                    code = &code,
                    number = &number.0.to_string()
                )
            }
            Some(Subject::Helper(number)) => {
                say!(speech, "say-whom-helper", number = &number.0.to_string())
            }
            Some(Subject::Host) => speech.say("say-whom-host"),
            Some(Subject::Staff) => speech.say("say-whom-staff"),
            Some(Subject::Spoken(of)) => speech.say(crate::attribution::whom_id(of)),
            Some(Subject::Talk(country)) => {
                let country = self.reading.country(country);
                say!(speech, "say-whom-talk", country = &country)
            }
            Some(Subject::Authority(country)) => {
                let country = self.reading.country(country);
                say!(speech, "say-whom-authority", country = &country)
            }
            None => speech.say("say-whom-unknown"),
        }
    }

    fn why(&self, reason: &Reason) -> String {
        let speech = self.reading.speech;
        match reason {
            Reason::Name(by) => name(speech, *by),
            Reason::Relative { named: true } => speech.say("say-why-relative-named"),
            Reason::Relative { named: false } => speech.say("say-why-relative"),
            Reason::Traits { words, fits, .. } => {
                say!(
                    speech,
                    "say-why-traits",
                    traits = &words.join(", "),
                    n = *fits
                )
            }
            Reason::Mosaic { fits, .. } => speech.count("say-why-mosaic", *fits),
            Reason::PlaceNamed => speech.say("say-why-place"),
            Reason::PlaceDescribed { shared } => {
                say!(
                    speech,
                    "say-why-place-described",
                    shared = &shared.join(", ")
                )
            }
            Reason::Country(handle) => country(speech, *handle),
            Reason::SmallCount(n) => speech.count("say-why-small", *n as usize),
            Reason::Vague => speech.say("say-why-vague"),
            Reason::Narrowed { now, before, .. } => say!(
                speech,
                "say-why-narrowed",
                now = &now.to_string(),
                before = &before.to_string()
            ),
            Reason::Remainder { .. } | Reason::Share { .. } | Reason::Difference { .. } => {
                subtracted(speech, reason)
            }
            Reason::StaffName(_) => speech.say("say-why-staff-name"),
            Reason::StaffSex => speech.say("say-why-staff-sex"),
            Reason::StaffRole => speech.say("say-why-staff-role"),
            Reason::BeyondAgreed { what, agreed } => beyond(speech, what, agreed),
            Reason::HelperName => speech.say("say-why-helper-name"),
            Reason::HelperRole { shared } => {
                say!(speech, "say-why-helper-role", shared = &shared.join(", "))
            }
            Reason::OtherOutcome { said, recorded } => {
                let recorded: Vec<String> =
                    recorded.iter().map(|it| outcome(speech, *it)).collect();
                say!(
                    speech,
                    "say-why-outcome",
                    said = &outcome(speech, *said),
                    recorded = &recorded.join("; ")
                )
            }
            Reason::Day(on) => say!(speech, "say-why-day", day = &day::in_words(*on, speech)),
            Reason::Span { days } => speech.count("say-why-span", days.unsigned_abs() as usize),
        }
    }
}

/// The sum that any reader can do.
fn subtracted(speech: &Speech, reason: &Reason) -> String {
    let text = |n: &u32| n.to_string();
    match reason {
        Reason::Remainder { whole, part, rest } => say!(
            speech,
            "say-why-remainder",
            whole = &text(whole),
            part = &text(part),
            rest = &text(rest)
        ),
        Reason::Share { whole, part } => {
            say!(
                speech,
                "say-why-share",
                whole = &text(whole),
                part = &text(part)
            )
        }
        Reason::Difference {
            now,
            before,
            change: (least, most),
            ..
        } => say!(
            speech,
            "say-why-difference",
            now = &text(now),
            before = &text(before),
            least = &text(least),
            most = &text(most)
        ),
        _ => String::new(),
    }
}

/// What a draft says of somebody beyond what was agreed.
fn beyond(speech: &Speech, what: &[Beyond], agreed: &str) -> String {
    let part = |it: &Beyond| match it {
        Beyond::Role => speech.say("beyond-role"),
        Beyond::Rank => speech.say("beyond-rank"),
        Beyond::Place => speech.say("beyond-place"),
        Beyond::Service => speech.say("beyond-service"),
    };
    let what: Vec<String> = what.iter().map(part).collect();
    let what = what.join(", ");
    say!(speech, "say-why-beyond", what = &what, agreed = agreed)
}

fn name(speech: &Speech, by: NameMatch) -> String {
    let id = match by {
        NameMatch::Form => "say-why-name",
        NameMatch::Romanised(schemes) => {
            let one = Scheme::ALL.into_iter().find(|it| schemes.contains(*it));
            return one.map_or_else(
                || speech.say("say-why-romanised-other"),
                |it| {
                    say!(
                        speech,
                        "say-why-romanised",
                        scheme = &speech.say(scheme(it))
                    )
                },
            );
        }
        NameMatch::Diminutive => "say-why-diminutive",
        NameMatch::Equivalent => "say-why-equivalent",
        NameMatch::Initials => "say-why-initials",
        NameMatch::Handle => "say-why-handle",
        NameMatch::Mail => "say-why-mail",
        NameMatch::Digits(n) => return speech.count("say-why-digits", n),
    };
    speech.say(id)
}

fn outcome(speech: &Speech, outcome: Outcome) -> String {
    speech.say(match outcome {
        Outcome::Refused => "say-outcome-refused",
        Outcome::Discouraged => "say-outcome-discouraged",
        Outcome::NotApplied => "say-outcome-not-applied",
        Outcome::Granted => "say-outcome-granted",
    })
}

fn scheme(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Passport2010 => "scheme-passport-2010",
        Scheme::Passport2014 => "scheme-passport-2014",
        Scheme::BgnPcgn => "scheme-bgn",
        Scheme::German => "scheme-german",
        Scheme::French => "scheme-french",
    }
}

fn country(speech: &Speech, handle: CountryHandle) -> String {
    match handle {
        CountryHandle::Name => speech.say("say-why-country-name"),
        CountryHandle::Seat => speech.say("say-why-country-seat"),
        CountryHandle::Description { fits } => speech.count("say-why-country-fits", fits),
        CountryHandle::UnevenDenial => speech.say("say-why-country-uneven"),
        CountryHandle::NothingRefused => speech.say("say-why-country-nothing-refused"),
    }
}

fn part(category: Category) -> &'static str {
    match category {
        Category::Identity => "say-part-identity",
        Category::Attributes => "say-part-attributes",
        Category::Date => "say-part-date",
        Category::Place => "say-part-place",
        Category::Relative => "say-part-relative",
        Category::Helper => "say-part-helper",
        Category::Staff => "say-part-staff",
        Category::Negotiation => "say-part-negotiation",
        Category::Count => "say-part-count",
        Category::Outcome => "say-part-outcome",
    }
}

/// Why the check could not be finished.
pub(super) fn stop(stop: &Stop) -> &'static str {
    match stop {
        Stop::TooLong { .. } => "say-stop-long",
        Stop::Contradiction => "say-stop-figures",
        Stop::TooManyGroups => "say-stop-groups",
        Stop::NotASet { .. } => "say-stop-other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;
    use crate::office::Office;
    use crate::speak::reader_of;

    /// A check knows only what its device opens, so that this does not happen: unless a case was closed
    /// between the check and the telling of it.
    #[test]
    fn of_whoever_does_not_open_here_nothing_is_told_but_that_somebody_is_exposed() {
        let office = Office::demo().expect("the shipped books are whole");
        let checked = office.checked().expect("nothing was said before");
        let draft = "We told Rowan to wait.";
        let verdict = checked.check(draft, reader_of(casework::Readers::Press));
        let verdict = verdict.expect("it is short");
        let finding = &verdict.findings()[0];
        let told = |protected: &Protected, lang| {
            let reading = office.desk().reading(checked.on, lang);
            let teller = Teller {
                reading,
                protected,
                draft,
            };
            teller.finding(finding)
        };
        assert_eq!(told(&checked.protected, Lang::En).case, Some(1));

        let mut closed = Protected::default();
        let number = CaseNumber(4_711);
        closed.stands_for(finding.subject.clone(), Subject::Person(number));
        for protected in [Protected::default(), closed] {
            let english = told(&protected, Lang::En);
            assert_eq!(english.exposes, "Exposes: somebody in this vault");
            let russian = told(&protected, Lang::Ru);
            for it in [english, russian] {
                assert!(it.case.is_none());
                let all = format!("{} {}", it.exposes, it.why);
                assert!(!all.contains("Rowan") && !all.contains("4711"), "{all}");
            }
        }
    }
}
