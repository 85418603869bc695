use crate::asked::Asked;
use crate::clock;
use crate::frame::Frame;
use crate::gate::{Gate, Session};
use crate::token::NoRandomness;
use axum::extract::Request;
use desk::{Clock, Desk, Office};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// An office that is open for one browser, at one address of this machine.
#[derive(Clone)]
pub struct Workspace {
    office: Arc<Mutex<Option<Office>>>,
    pub(crate) gate: Arc<Gate>,
    /// The only `Host` that is answered: `127.0.0.1:PORT`.
    pub(crate) host: Arc<str>,
}

impl Workspace {
    /// Opens an office at the address on which somebody is going to listen.
    pub fn open(office: Office, address: SocketAddr) -> Workspace {
        Workspace {
            office: Arc::new(Mutex::new(Some(office))),
            gate: Arc::new(Gate::default()),
            host: address.to_string().into(),
        }
    }

    /// Works out beside the pages what takes longest, so that nobody has to wait for it.
    pub fn prepare(&self) {
        if let Some(desk) = self.desk() {
            std::thread::spawn(move || desk.prepare());
        }
    }

    /// Makes a link that lets one browser in, once. An earlier unused link is void from now on.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn start_link(&self) -> Result<String, NoRandomness> {
        let token = self.gate.make_start()?;
        Ok(format!("http://{}/start/{}", self.host, token.as_text()))
    }

    /// The desk as it was last laid out; nothing, while the vault is closed.
    pub(crate) fn desk(&self) -> Option<Arc<Desk>> {
        self.office()
            .as_ref()
            .map(|office| Arc::clone(office.desk()))
    }

    /// The frame of a page of the open office; nothing, while the vault is closed.
    pub(crate) fn frame(&self, request: &Request, asked: &Asked) -> Option<Frame> {
        let session = request.extensions().get::<Option<Session>>();
        let path = request.uri().path().to_owned();
        self.frame_of(asked, path, session.and_then(Option::as_ref))
    }

    /// The frame of a page at an address, for a session.
    pub(crate) fn frame_of(
        &self,
        asked: &Asked,
        path: String,
        session: Option<&Session>,
    ) -> Option<Frame> {
        let usual = self.desk()?.caseload().date;
        let frame = Frame::inside(asked, usual, path, session);
        Some(frame.invented(self.is_demo()))
    }

    /// Whether everyone in it is invented.
    pub(crate) fn is_demo(&self) -> bool {
        self.office().as_ref().is_some_and(Office::is_demo)
    }

    /// Does something with the open office; nothing, while the vault is closed.
    pub(crate) fn with<T>(&self, with: impl FnOnce(&mut Office, Clock) -> T) -> Option<T> {
        let clock = clock::now();
        self.office().as_mut().map(|office| with(office, clock))
    }

    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.host)
    }

    /// Cookies are not kept apart by port; the name is.
    pub(crate) fn cookie_name(&self) -> String {
        let port = self.host.rsplit(':').next().unwrap_or_default();
        format!("desk-{port}")
    }

    // Whatever an office was doing when a thread panicked, what it has signed is whole, and it lays
    // its desk out anew at the next change.
    fn office(&self) -> MutexGuard<'_, Option<Office>> {
        self.office.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
