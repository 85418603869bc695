//! Routes to safety: what a step opens and closes, and where a person stands when it fails.
//!
//! Pure: no clock, no files, no network, and no words for people. In reading order:
//!
//! * [`Chance`]: what is known of a chance, in whole millionths.
//! * [`Model`]: states, the person's actions, and what nature may make of each.
//! * [`solve`]: the value of a model between two proved bounds.
//! * [`Assumptions`]: what is assumed where no law and no count says anything; [`Odds`]: what was counted;
//!   [`Judgements`]: what somebody judges, in their own name.
//! * [`Clock`]: the law of the coming months, in pieces.
//! * [`graph()`]: situations from the law, and what can be done in each; [`Ground`]: the places.
//! * [`Scenarios`], [`Plan`], [`front()`]: plans compared under the same nature; [`strategies`]: those that
//!   are shown.
//! * [`Prospect`]: what is known of how a plan ends; [`lasting()`]: how long one may last.
//! * [`model_of`], [`drn`], [`pair`]: the same as models, for an independent checker.

mod assumptions;
mod chance;
mod clock;
mod components;
pub mod drn;
mod front;
mod graph;
mod ground;
mod judgement;
mod lasting;
mod law_model;
mod model;
mod nature;
mod odds;
mod pair;
mod plan;
mod prospect;
mod scenario;
mod solve;
mod strategy;
mod sweeps;

pub use assumptions::{Assumptions, Tolerance};
pub use chance::{Chance, WHOLE};
pub use clock::{Clock, Piece};
pub use front::front;
pub use graph::{
    Bit, Branch, Fate, Graph, Leg, Node, Place, Preparation, Standing, Step, Supposed, Way,
    country_of, facts_along, graph, is_hunted, is_reached,
};
pub use ground::{Ground, Hazard};
pub use judgement::{About, Event, Judgement, Judgements};
pub use lasting::{Lasting, lasting};
pub use law_model::model_of;
pub use model::{BadModel, Laying, Mark, Model, Outcome, State};
pub use nature::Nature;
pub use odds::{Count, Odds};
pub use pair::{Pair, pair};
pub use plan::{Plan, Worth, fares};
pub use prospect::Prospect;
pub use scenario::{Cases, Number, Scenarios};
pub use solve::{Answer, Question, solve};
pub use strategy::{Strategies, Strategy, strategies, strategies_from};
