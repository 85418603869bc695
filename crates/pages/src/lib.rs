//! The workspace in a browser: server-rendered pages over the desk, on a loopback address only.
//!
//! Everything works without script; there is none. In reading order:
//!
//! * [`Workspace`]: an office that is open for one browser.
//! * [`listen`], [`serve`]: a free port of this machine, and the pages on it.
//! * [`write_start_file`]: the way in, in a file that only its owner can read.
//! * [`router`]: which page stands at which address, for tests without a socket.

mod address;
mod asked;
mod attributing;
mod board;
mod clock;
mod closer;
mod drafting;
mod entrance;
mod filing;
mod form;
mod frame;
mod gate;
mod guard;
mod headers;
mod importing;
mod interviewing;
mod newcomer;
mod problem;
mod recovery;
mod restoring;
mod reviewing;
mod routes;
mod saying;
mod serve;
mod start_file;
mod team;
mod token;
mod travel;
mod upload;
mod workspace;

pub use routes::router;
pub use serve::{listen, serve};
pub use start_file::write_start_file;
pub use token::NoRandomness;
pub use workspace::Workspace;
