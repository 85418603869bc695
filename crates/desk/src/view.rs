//! What the pages show: plain structures, worded in the chosen language. Nothing is decided here.

mod ask;
mod board;
mod brief;
mod case_file;
mod days;
mod doors;
mod form;
mod law;
mod person;
mod picture;
mod reforms;
mod routes;
mod sheet;
mod stopped;
mod wall;

pub use ask::*;
pub use board::*;
pub use brief::*;
pub use case_file::*;
pub use days::*;
pub use doors::*;
pub use form::*;
pub use law::*;
pub use person::*;
pub use picture::*;
pub use reforms::*;
pub use routes::*;
pub use sheet::*;
pub use stopped::*;
pub use wall::*;
