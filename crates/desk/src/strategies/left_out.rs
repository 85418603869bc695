//! A country that is left out of the plans, and for which reason. The reasons are few and fixed: free
//! text would stand in the browser's history.

use crate::desk::Reading;
use crate::speech::say;
use crate::view::Choice;
use facts::CountryCode;

/// A country to which no plan may lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Which.
    pub country: CountryCode,
    /// Why; nothing, if nobody has said it yet.
    pub why: Option<WhyLeftOut>,
}

/// Why a country is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// The person does not want to go there.
    Unwanted,
    /// Somebody who hunts the person, or relatives who may harm them, are there.
    Hunters,
    /// Its government or those who know it told us no.
    ToldNo,
    /// Whether this person would be safe there is in doubt.
    InDoubt,
    /// Another reason, which stands in the notes of the case and not here.
    InOurNotes,
}

impl WhyLeftOut {
    /// Every reason, in the order in which they are offered.
    pub const ALL: [WhyLeftOut; 5] = [
        WhyLeftOut::Unwanted,
        WhyLeftOut::Hunters,
        WhyLeftOut::ToldNo,
        WhyLeftOut::InDoubt,
        WhyLeftOut::InOurNotes,
    ];

    /// Its code in an address: it says nothing of the person to whoever reads only that.
    pub fn code(self) -> &'static str {
        match self {
            WhyLeftOut::Unwanted => "a",
            WhyLeftOut::Hunters => "b",
            WhyLeftOut::ToldNo => "c",
            WhyLeftOut::InDoubt => "d",
            WhyLeftOut::InOurNotes => "e",
        }
    }

    /// The reason of a code; nothing for anything else.
    pub fn from_code(code: &str) -> Option<WhyLeftOut> {
        WhyLeftOut::ALL.into_iter().find(|why| why.code() == code)
    }

    fn words(self) -> &'static str {
        match self {
            WhyLeftOut::Unwanted => "left-out-unwanted",
            WhyLeftOut::Hunters => "left-out-hunters",
            WhyLeftOut::ToldNo => "left-out-told-no",
            WhyLeftOut::InDoubt => "left-out-in-doubt",
            WhyLeftOut::InOurNotes => "left-out-in-our-notes",
        }
    }
}

impl LeftOut {
    /// The same at the end of an address.
    pub(super) fn query(self) -> String {
        let why = self.why.map(|why| format!("&why={}", why.code()));
        format!("&without={}{}", self.country, why.unwrap_or_default())
    }
}

impl Reading<'_> {
    /// Which country is left out and why, in a sentence.
    pub(super) fn left_out(&self, left_out: LeftOut) -> String {
        let why = left_out.why.map_or("left-out-unsaid", WhyLeftOut::words);
        say!(
            self.speech,
            "left-out",
            country = &self.country(left_out.country),
            why = &self.speech.say(why)
        )
    }

    /// The reasons that may be chosen.
    pub(super) fn reasons_to_leave_out(&self, chosen: Option<WhyLeftOut>) -> Vec<Choice> {
        let choice = |why: WhyLeftOut| Choice {
            value: why.code().to_owned(),
            label: self.speech.say(why.words()),
            chosen: chosen == Some(why),
        };
        WhyLeftOut::ALL.into_iter().map(choice).collect()
    }
}
