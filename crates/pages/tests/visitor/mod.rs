//! A browser made of nothing: requests and answers, without a socket.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use desk::Office;
use http_body_util::BodyExt;
use pages::{Workspace, router};
use tower::ServiceExt;

pub const HOST: &str = "127.0.0.1:47000";

/// A workspace of the demonstration.
pub fn workspace() -> Workspace {
    let office = Office::demo().expect("the shipped books are whole");
    Workspace::open(office, HOST.parse().expect("an address"))
}

pub struct Visitor {
    workspace: Workspace,
    cookie: Option<String>,
}

#[allow(dead_code, reason = "each test file uses some of these")]
pub struct Answer {
    pub status: StatusCode,
    pub text: String,
    headers: axum::http::HeaderMap,
}

impl Answer {
    pub fn header(&self, name: &str) -> String {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned()
    }
}

#[allow(dead_code, reason = "each test file uses some of these")]
impl Visitor {
    pub fn outside(workspace: Workspace) -> Visitor {
        Visitor {
            workspace,
            cookie: None,
        }
    }

    /// Somebody who has come in by the start link.
    pub async fn inside() -> Visitor {
        let mut visitor = Visitor::outside(workspace());
        let link = visitor.workspace.start_link().expect("randomness");
        let path = link
            .split_once(HOST)
            .map(|(_, path)| path.to_owned())
            .expect("a link to this workspace");
        let cookie = visitor.get(&path).await.header("set-cookie");
        visitor.cookie = cookie.split(';').next().map(str::to_owned);
        visitor
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], "").await
    }

    /// Sends a request; `Host` and the cookie are as a browser sends them, unless given.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", HOST);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", cookie);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request
            .body(Body::from(body.to_owned()))
            .expect("a request");
        let response = router(self.workspace.clone())
            .oneshot(request)
            .await
            .expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a whole body").to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    /// The token that the forms of this visit carry.
    pub async fn form_token(&self) -> String {
        let page = self.get("/about").await.text;
        let after = page
            .split_once("name=\"token\" value=\"")
            .map(|(_, after)| after)
            .expect("a form");
        after.split('"').next().unwrap_or_default().to_owned()
    }

    /// Sends a form of ours, as a browser does.
    pub async fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.form_token().await;
        let body = form_urlencoded::Serializer::new(String::new())
            .append_pair("token", &token)
            .append_pair("lang", "en")
            .extend_pairs(fields)
            .finish();
        let origin = format!("http://{HOST}");
        let headers = [
            ("origin", origin.as_str()),
            ("sec-fetch-site", "same-origin"),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        self.send(Method::POST, path, &headers, &body).await
    }
}
