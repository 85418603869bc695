//! What the pages show: plain structures, worded in the chosen language. Nothing is decided here.

mod ask;
mod brief;
mod days;
mod doors;
mod law;
mod person;
mod routes;
mod wall;

pub use ask::*;
pub use brief::*;
pub use days::*;
pub use doors::*;
pub use law::*;
pub use person::*;
pub use routes::*;
pub use wall::*;
