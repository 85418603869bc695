use crate::{Workspace, router};
use axum::http::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::future::Future;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::ServiceExt;

/// One browser opens a handful of connections; more is no browser.
const MOST_CONNECTIONS: usize = 64;
const MOST_HEADERS: usize = 64;
const LARGEST_HEAD: usize = 32 * 1024;
const SLOWEST_HEAD: Duration = Duration::from_secs(10);
const LONGEST_CONNECTION: Duration = Duration::from_secs(600);

/// Takes a free port of the loopback address: nobody outside this machine can reach it.
///
/// # Errors
/// When the system has no port to give.
pub async fn listen() -> io::Result<TcpListener> {
    TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await
}

/// Serves the workspace until `until` is done.
///
/// # Errors
/// When the listener does not listen on a loopback address. A connection that fails harms no other.
pub async fn serve(
    workspace: Workspace,
    listener: &TcpListener,
    until: impl Future<Output = ()>,
) -> io::Result<()> {
    if !listener.local_addr()?.ip().is_loopback() {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "the workspace listens on this machine only",
        ));
    }
    let app = router(workspace);
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    tokio::pin!(until);
    loop {
        let accepted = tokio::select! {
            () = &mut until => return Ok(()),
            accepted = listener.accept() => accepted,
        };
        let Ok((stream, peer)) = accepted else {
            // Out of file handles, or a connection that died at once: let others end first.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else {
            continue;
        };
        if !peer.ip().is_loopback() {
            continue;
        }
        let app = app.clone();
        tokio::spawn(async move {
            let _ = tokio::time::timeout(LONGEST_CONNECTION, answer(stream, app)).await;
            drop(place);
        });
    }
}

async fn answer(stream: TcpStream, app: axum::Router) {
    let service = TowerToHyperService::new(
        app.map_request(|request: Request<Incoming>| request.map(axum::body::Body::new)),
    );
    // An error here is the browser's going away; there is nobody to tell.
    let _ = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(SLOWEST_HEAD)
        .max_headers(MOST_HEADERS)
        .max_buf_size(LARGEST_HEAD)
        .serve_connection(TokioIo::new(stream), service)
        .await;
}
