use crate::gate::Gate;
use crate::token::NoRandomness;
use desk::Desk;
use std::net::SocketAddr;
use std::sync::Arc;

/// A desk that is open for one browser, at one address of this machine.
#[derive(Clone)]
pub struct Workspace {
    pub(crate) desk: Arc<Desk>,
    pub(crate) gate: Arc<Gate>,
    /// The only `Host` that is answered: `127.0.0.1:PORT`.
    pub(crate) host: Arc<str>,
}

impl Workspace {
    /// Opens a desk at the address on which somebody is going to listen.
    pub fn open(desk: Desk, address: SocketAddr) -> Workspace {
        Workspace {
            desk: Arc::new(desk),
            gate: Arc::new(Gate::default()),
            host: address.to_string().into(),
        }
    }

    /// Works out beside the pages what takes longest, so that nobody has to wait for it.
    pub fn prepare(&self) {
        let desk = Arc::clone(&self.desk);
        std::thread::spawn(move || desk.prepare());
    }

    /// Makes a link that lets one browser in, once. An earlier unused link is void from now on.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn start_link(&self) -> Result<String, NoRandomness> {
        let token = self.gate.make_start()?;
        Ok(format!("http://{}/start/{}", self.host, token.as_text()))
    }

    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.host)
    }

    /// Cookies are not kept apart by port; the name is.
    pub(crate) fn cookie_name(&self) -> String {
        let port = self.host.rsplit(':').next().unwrap_or_default();
        format!("desk-{port}")
    }
}
