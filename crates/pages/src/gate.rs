use crate::token::{NoRandomness, Token};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Who may come in: one-time start links, and the sessions they were swapped for.
#[derive(Debug, Default)]
pub(crate) struct Gate {
    open: Mutex<Open>,
}

#[derive(Debug, Default)]
struct Open {
    start: Option<Token>,
    sessions: Vec<Session>,
}

impl Open {
    fn keep(&mut self, session: Session) {
        if self.sessions.len() >= MOST_SESSIONS {
            self.sessions.remove(0);
        }
        self.sessions.push(session);
    }
}

/// One browser that came in by a start link.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    cookie: Token,
    form: Token,
}

/// Cookies are not kept apart by port, so every form carries a token of its own as well.
impl Session {
    pub(crate) fn form_token(&self) -> String {
        self.form.as_text()
    }

    pub(crate) fn cookie_value(&self) -> String {
        self.cookie.as_text()
    }

    pub(crate) fn is_form_of(&self, typed: &str) -> bool {
        self.form.is(typed)
    }
}

/// More browsers than this at one workspace are not one caseworker.
const MOST_SESSIONS: usize = 8;

impl Gate {
    /// Makes a new start token; an earlier one that nobody used is void from now on.
    pub(crate) fn make_start(&self) -> Result<Token, NoRandomness> {
        let token = Token::make()?;
        self.lock().start = Some(token.clone());
        Ok(token)
    }

    /// Swaps a start token for a session, once.
    pub(crate) fn enter(&self, typed: &str) -> Option<Session> {
        let mut open = self.lock();
        if !open.start.as_ref()?.is(typed) {
            return None;
        }
        let session = Session {
            cookie: Token::make().ok()?,
            form: Token::make().ok()?,
        };
        open.start = None;
        open.keep(session.clone());
        Some(session)
    }

    /// Lets in a browser that has shown by other means that it may.
    pub(crate) fn admit(&self) -> Option<Session> {
        let session = Session {
            cookie: Token::make().ok()?,
            form: Token::make().ok()?,
        };
        self.lock().keep(session.clone());
        Some(session)
    }

    /// Ends every session, and makes every start link void.
    pub(crate) fn close(&self) {
        *self.lock() = Open::default();
    }

    /// The session of a cookie's value. Every session is compared, so that time tells nothing.
    pub(crate) fn session(&self, cookie: &str) -> Option<Session> {
        let open = self.lock();
        open.sessions.iter().fold(None, |found, session| {
            if session.cookie.is(cookie) {
                Some(session.clone())
            } else {
                found
            }
        })
    }

    /// Ends a session: its cookie opens nothing any more.
    pub(crate) fn leave(&self, session: &Session) {
        self.lock()
            .sessions
            .retain(|kept| !kept.cookie.is(&session.cookie_value()));
    }

    // A thread that panicked while it held the lock left tokens that are whole all the same.
    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_link_works_once() {
        let gate = Gate::default();
        let token = gate.make_start().expect("randomness").as_text();
        assert!(gate.enter("wrong").is_none());
        let session = gate.enter(&token).expect("the first time");
        assert!(gate.enter(&token).is_none());
        assert!(gate.session(&session.cookie_value()).is_some());
    }

    #[test]
    fn a_new_start_link_makes_the_old_one_void() {
        let gate = Gate::default();
        let old = gate.make_start().expect("randomness").as_text();
        let new = gate.make_start().expect("randomness").as_text();
        assert!(gate.enter(&old).is_none());
        assert!(gate.enter(&new).is_some());
    }

    #[test]
    fn who_has_left_is_out() {
        let gate = Gate::default();
        let token = gate.make_start().expect("randomness").as_text();
        let session = gate.enter(&token).expect("the first time");
        gate.leave(&session);
        assert!(gate.session(&session.cookie_value()).is_none());
    }
}
