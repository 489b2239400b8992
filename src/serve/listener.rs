//! The socket: who comes in, and how they are answered.

use super::address::{Wanted, wanted};
use super::answer::WebAnswer;
use super::faults::Faults;
use super::guard::{Asker, HEADERS, refusal};
use super::press::Served;
use super::readers::{AtAddress, Board, OpenPages, look_up, tell};
use crate::files::{Error, OutPath};
use http_body_util::{Either, Full};
use hyper::body::{Body, Bytes, Frame, Incoming};
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::sync::{mpsc, watch};

/// The first port that is tried, where none is asked for, and how many follow it.
const PORTS: std::ops::Range<u16> = 4400..4420;

/// Takes a port of this machine: the one that is asked for, or the first that is free.
pub(super) fn bind(port: Option<u16>) -> Result<(TcpListener, SocketAddr), Error> {
    let at = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let free = || PORTS.chain([0]).find_map(|port| at(port).ok());
    let listener = match port {
        Some(port) => at(port).map_err(|error| failed(&format!("port {port}"), error))?,
        None => free().ok_or_else(|| failed("a port", "none is free"))?,
    };
    let address = listener.local_addr().map_err(|error| failed("the port", error))?;
    Ok((listener, address))
}

fn failed(what: &str, reason: impl std::fmt::Display) -> Error {
    Error::new(what, reason)
}

/// What every answer is made of.
pub(super) struct House {
    pub(super) port: u16,
    pub(super) board: watch::Receiver<Board>,
    pub(super) open: Arc<OpenPages>,
    pub(super) faults: Faults,
}

/// Answers whoever comes, on this thread, for as long as the program runs.
pub(super) fn listen(listener: TcpListener, house: House) -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| failed("the runtime", error))?;
    let house = Arc::new(house);
    runtime.block_on(async move {
        listener.set_nonblocking(true).map_err(|error| failed("the port", error))?;
        let listener = tokio::net::TcpListener::from_std(listener)
            .map_err(|error| failed("the port", error))?;
        loop {
            // One who hangs up before being heard is no reason to stop.
            let Ok((stream, _)) = listener.accept().await else { continue };
            let _ = stream.set_nodelay(true);
            let house = Arc::clone(&house);
            let answer = service_fn(move |request| {
                let house = Arc::clone(&house);
                async move { Ok::<_, Infallible>(house.answer(request).await) }
            });
            tokio::spawn(async move {
                // How a conversation ends is the browser's business.
                let _ = http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), answer)
                    .await;
            });
        }
    })
}

type HttpReply = Response<Either<Full<Bytes>, Stream>>;

impl House {
    async fn answer(&self, request: Request<Incoming>) -> HttpReply {
        let named = |name: HeaderName| {
            request.headers().get(name).map(|value| value.to_str().unwrap_or_default())
        };
        let asker = Asker {
            method: request.method().as_str(),
            host: named(header::HOST),
            origin: named(header::ORIGIN),
            from: named(HeaderName::from_static("sec-fetch-site")),
        };
        let uri = request.uri();
        match refusal(&asker, self.port) {
            Some(refusal) => whole(WebAnswer::refused(refusal)),
            // An address with a host in it is for a proxy.
            None if uri.authority().is_some() => whole(WebAnswer::nothing()),
            None => self.found(uri.path(), uri.query().unwrap_or_default()).await,
        }
    }

    async fn found(&self, path: &str, query: &str) -> HttpReply {
        match wanted(path, query) {
            Wanted::File(file) => whole(self.file(&file, path).await),
            Wanted::Script => whole(WebAnswer::script()),
            Wanted::Style => whole(WebAnswer::style()),
            Wanted::Early => whole(WebAnswer::data(self.early())),
            Wanted::News(page, made) => self.news(page, made),
            Wanted::Nothing => whole(WebAnswer::nothing()),
        }
    }

    async fn file(&self, file: &OutPath, path: &str) -> WebAnswer {
        match look_up(file, &self.board).await {
            AtAddress::File(bytes, mark) => WebAnswer::file(file, bytes, mark.as_deref()),
            AtAddress::Folder => WebAnswer::folder(path),
            AtAddress::NotFound(bytes) => WebAnswer::not_found(&bytes),
            AtAddress::Nothing => WebAnswer::nothing(),
            AtAddress::Fault(Served::Fault(fault)) => {
                WebAnswer::fault(&self.faults.html(&fault))
            }
            AtAddress::Fault(Served::Broken(error)) => {
                WebAnswer::fault(&self.faults.failure(&error))
            }
            AtAddress::Fault(Served::File(..) | Served::Nothing)
            | AtAddress::NoEdition => {
                let fault = self.board.borrow().fault.clone();
                WebAnswer::fault(fault.as_deref().unwrap_or_default())
            }
        }
    }

    /// `{"/articles/a.html": "Draft"}`
    fn early(&self) -> String {
        let early = Arc::clone(&self.board.borrow().early);
        let marks = early.iter().map(|(path, mark)| {
            let mark: &str = mark;
            (format!("/{path}"), mark.into())
        });
        serde_json::Value::Object(marks.collect()).to_string()
    }

    fn news(&self, page: OutPath, made: String) -> HttpReply {
        let (sender, receiver) = mpsc::channel(4);
        tokio::spawn(tell(
            (page, made),
            self.board.clone(),
            Arc::clone(&self.open),
            sender,
        ));
        let mut reply = Response::new(Either::Right(Stream(receiver)));
        let headers = reply.headers_mut();
        headers
            .insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
        own(headers);
        reply
    }
}

/// An answer with its headers.
fn whole(answer: WebAnswer) -> HttpReply {
    let mut reply = Response::new(Either::Left(Full::new(answer.body)));
    *reply.status_mut() =
        StatusCode::from_u16(answer.status).unwrap_or(StatusCode::NOT_FOUND);
    let headers = reply.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(answer.kind));
    // An address that was understood can be one.
    let to = answer.to.and_then(|to| HeaderValue::from_str(&to).ok());
    headers.extend(to.map(|to| (header::LOCATION, to)));
    own(headers);
    reply
}

/// Adds the headers of every answer.
fn own(headers: &mut hyper::HeaderMap) {
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
}

/// An answer that goes on.
struct Stream(mpsc::Receiver<Bytes>);

impl Body for Stream {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(context).map(|bytes| bytes.map(|bytes| Ok(Frame::data(bytes))))
    }
}
