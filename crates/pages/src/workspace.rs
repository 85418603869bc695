use crate::asked::Asked;
use crate::clock;
use crate::frame::Frame;
use crate::gate::{Gate, Session};
use crate::token::NoRandomness;
use axum::extract::Request;
use desk::{Clock, Desk, Door, NotOpened, Office, Typed};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::Notify;

/// An office that is open for one browser, at one address of this machine.
#[derive(Clone)]
pub struct Workspace {
    office: Arc<Mutex<Option<Office>>>,
    /// The way to the vault, where it is one's own.
    door: Option<Arc<Door>>,
    /// One try at a passphrase at a time, whoever tries.
    trying: Arc<tokio::sync::Mutex<()>>,
    locked: Arc<Notify>,
    last_asked: Arc<Mutex<Instant>>,
    pub(crate) gate: Arc<Gate>,
    /// The only `Host` that is answered: `127.0.0.1:PORT`.
    pub(crate) host: Arc<str>,
}

impl Workspace {
    /// Opens an office at the address on which somebody is going to listen.
    pub fn open(office: Office, address: SocketAddr) -> Workspace {
        Workspace::new(Some(office), None, address)
    }

    /// Stands before a closed vault, at the address on which somebody is going to listen.
    pub fn closed(door: Door, address: SocketAddr) -> Workspace {
        Workspace::new(None, Some(Arc::new(door)), address)
    }

    fn new(office: Option<Office>, door: Option<Arc<Door>>, address: SocketAddr) -> Workspace {
        Workspace {
            office: Arc::new(Mutex::new(office)),
            door,
            trying: Arc::default(),
            locked: Arc::default(),
            last_asked: Arc::new(Mutex::new(Instant::now())),
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

    /// Waits until somebody locks the vault, or nobody has asked for anything for so long. Whoever
    /// waits ends the process that held the keys.
    pub async fn locked(&self, idle: Duration) {
        loop {
            let looked = tokio::time::timeout(Duration::from_secs(5), self.locked.notified()).await;
            let is_idle = self.is_open() && self.last_asked().elapsed() >= idle;
            if looked.is_ok() || is_idle {
                return;
            }
        }
    }

    /// Locks a vault of one's own; says whether there is one. From now on nothing is answered out of
    /// it, and whoever waits for [`Workspace::locked`] ends the process.
    pub(crate) fn lock(&self) -> bool {
        if self.door.is_none() {
            if let Some(office) = self.office().as_mut() {
                office.forget_what_was_read();
            }
            return false;
        }
        self.gate.close();
        drop(self.office().take());
        self.locked.notify_one();
        true
    }

    /// The door to the vault, while it is closed.
    pub(crate) fn closed_door(&self) -> Option<Arc<Door>> {
        self.door.clone().filter(|_| !self.is_open())
    }

    /// Opens the vault with what was typed, or makes it; gives back what was typed.
    pub(crate) async fn open_vault(&self, typed: Typed) -> (Typed, Result<(), NotOpened>) {
        if self.closed_door().is_none() {
            return (typed, Ok(()));
        }
        let opened = self.through_door(typed, |door, typed, clock| door.open(typed, clock));
        // A panic there is a fault of ours: it is shown as a vault that does not open.
        let panicked = || (Typed::default(), Err(NotOpened::Faults(vec![])));
        opened.await.unwrap_or_else(panicked)
    }

    /// Goes through the closed door with what was given, beside the pages, since it takes half a second
    /// and more; gives it back. Nothing, if the door stands open, or what was done there panicked.
    pub(crate) async fn through_door<G, E>(
        &self,
        given: G,
        go: impl FnOnce(&Door, &G, Clock) -> Result<Office, E> + Send + 'static,
    ) -> Option<(G, Result<(), E>)>
    where
        G: Send + 'static,
        E: Send + 'static,
    {
        let _one = self.trying.lock().await;
        let door = self.closed_door()?;
        let work = move || {
            let opened = go(&door, &given, clock::now());
            (given, opened)
        };
        let (given, opened) = tokio::task::spawn_blocking(work).await.ok()?;
        let opened = opened.map(|office| {
            *self.office() = Some(office);
            self.asked_for();
        });
        Some((given, opened))
    }

    /// Somebody has asked for a page: the vault is not left idle.
    pub(crate) fn asked_for(&self) {
        *self.last_asked() = Instant::now();
    }

    /// Whether a vault stands open.
    pub(crate) fn is_open(&self) -> bool {
        self.office().is_some()
    }

    /// The desk as it was last laid out; nothing, while the vault is closed.
    pub(crate) fn desk(&self) -> Option<Arc<Desk>> {
        let today = clock::now().today();
        let mut office = self.office();
        let office = office.as_mut()?;
        office.it_is(today);
        Some(Arc::clone(office.desk()))
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

    fn last_asked(&self) -> MutexGuard<'_, Instant> {
        self.last_asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
