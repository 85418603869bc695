//! What the pages show: plain structures, worded in the chosen language. Nothing is decided here.

mod ask;
mod brief;
mod case_file;
mod days;
mod doors;
mod entry;
mod form;
mod interview;
mod law;
mod person;
mod picture;
mod reforms;
mod routes;
mod search;
mod sheet;
mod stopped;
mod team;
mod wall;

pub use ask::*;
pub use brief::*;
pub use case_file::*;
pub use days::*;
pub use doors::*;
pub use entry::*;
pub use form::*;
pub use interview::*;
pub use law::*;
pub use person::*;
pub use picture::*;
pub use reforms::*;
pub use routes::*;
pub use search::*;
pub use sheet::*;
pub use stopped::*;
pub use team::*;
pub use wall::*;
