//! The conversation with an editor, from its first message to its last.

use super::buffers::Buffers;
use super::completion::{self, AtCursor};
use super::hover;
use super::layout::Layout;
use super::lines::{EditorLines, Units};
use super::places::Stand;
use super::reader::{self, Newest, ReaderSetup, Turn};
use super::uris::{self, SiteFolder};
use crate::files::{Disk, Error, FilePath, real, site_above};
use crate::pipeline::Options;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use lsp_types::notification::{Notification as _, *};
use lsp_types::request::{Request as _, *};
use lsp_types::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::Sender;

/// What is to be served.
#[derive(Debug, Clone)]
pub struct EditorSetup {
    /// The site's folder; without one, the folder with `site.toml` in or above what the editor has open.
    pub root: Option<PathBuf>,
    /// What each build is asked for.
    pub options: Options,
}

/// Speaks with an editor on standard input and output until it says goodbye. Fails where the editor breaks off, or has
/// no site open.
pub fn serve(setup: &EditorSetup) -> Result<(), Error> {
    let (connection, threads) = Connection::stdio();
    converse(&connection, setup)?;
    // The threads end when nobody can write any more.
    drop(connection);
    threads.join().map_err(|error| Error::new("the editor", error))
}

fn converse(connection: &Connection, setup: &EditorSetup) -> Result<(), Error> {
    let failed = |error: lsp_server::ProtocolError| Error::new("the editor", error);
    let (id, params) = connection.initialize_start().map_err(failed)?;
    let params: InitializeParams = serde_json::from_value(params)
        .map_err(|error| Error::new("the editor", error))?;
    let offered = params.capabilities.general.as_ref();
    let offered = offered.and_then(|general| general.position_encodings.as_deref());
    let units = Units::agreed(offered);
    let folder = match folder(setup, &params) {
        Ok(folder) => folder,
        Err(error) => {
            let refusal =
                Response::new_err(id, ErrorCode::RequestFailed as i32, error.to_string());
            // It is for the editor to hang up then.
            let _ = connection.sender.send(Message::Response(refusal));
            connection.receiver.iter().for_each(drop);
            return Err(error);
        }
    };
    let answer = json!({
        "capabilities": capabilities(units),
        "serverInfo": { "name": "dateline", "version": env!("CARGO_PKG_VERSION") },
    });
    connection.initialize_finish(id, answer).map_err(failed)?;
    let newest = Newest::default();
    let with = ReaderSetup {
        disk: Disk::open(&folder.real)?,
        folder: folder.clone(),
        units,
        options: setup.options.clone(),
        editor: connection.sender.clone(),
    };
    let turns = reader::start(with, newest.clone())?;
    let mut session =
        Session { connection, folder, units, open: Buffers::default(), newest, turns };
    session.watch_files(&params);
    session.changed(BTreeSet::new());
    for message in &connection.receiver {
        match message {
            Message::Request(request) => {
                if connection.handle_shutdown(&request).map_err(failed)? {
                    return Ok(());
                }
                session.answer(request);
            }
            Message::Notification(told) => session.hear(told),
            Message::Response(_) => {}
        }
    }
    Ok(())
}

/// Where the site lies.
fn folder(setup: &EditorSetup, params: &InitializeParams) -> Result<SiteFolder, Error> {
    let named = root(setup, params)?;
    let real =
        real(&named).map_err(|error| Error::new(named.display().to_string(), error))?;
    Ok(SiteFolder { real, named })
}

fn root(setup: &EditorSetup, params: &InitializeParams) -> Result<PathBuf, Error> {
    if let Some(root) = &setup.root {
        return Ok(root.clone());
    }
    let folders = params.workspace_folders.iter().flatten().map(|folder| &folder.uri);
    #[expect(deprecated, reason = "older editors say nothing else")]
    let single = params.root_uri.iter();
    let mut open = folders.chain(single).filter_map(uris::path);
    open.find_map(|path| site_above(&path)).ok_or_else(|| {
        Error::new("site.toml", "it is neither in the folder that the editor has open nor above it; name the site's folder with `--root`")
    })
}

fn capabilities(units: Units) -> ServerCapabilities {
    let signs = ["@", "[", ":", "/", "#", ".", "=", "{", " ", "-"];
    ServerCapabilities {
        position_encoding: Some(units.kind()),
        text_document_sync: Some(TextDocumentSyncKind::INCREMENTAL.into()),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(signs.map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        hover_provider: Some(true.into()),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        })),
        code_action_provider: Some(CodeActionProviderCapability::Options(
            CodeActionOptions {
                code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
                ..CodeActionOptions::default()
            },
        )),
        document_link_provider: Some(DocumentLinkOptions {
            resolve_provider: None,
            work_done_progress_options: WorkDoneProgressOptions::default(),
        }),
        ..ServerCapabilities::default()
    }
}

struct Session<'c> {
    connection: &'c Connection,
    folder: SiteFolder,
    units: Units,
    open: Buffers,
    newest: Newest,
    turns: Sender<Turn>,
}

impl Session<'_> {
    /// Has the site read anew, of which these files have changed.
    fn changed(&self, changed: BTreeSet<FilePath>) {
        // A reader that is gone has told why.
        let _ = self.turns.send(Turn { changed, open: self.open.clone() });
    }

    /// Asks to be told of changes on the disk, where the editor can.
    fn watch_files(&self, params: &InitializeParams) {
        let workspace = params.capabilities.workspace.as_ref();
        let watched =
            workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref());
        if watched.is_none_or(|watched| watched.dynamic_registration != Some(true)) {
            return;
        }
        let watchers = ["**/content/**", "**/themes/**", "**/static/**", "**/site.toml"];
        let watchers = watchers.map(|glob| json!({ "globPattern": glob }));
        let registration = json!({ "registrations": [{
            "id": "files",
            "method": DidChangeWatchedFiles::METHOD,
            "registerOptions": { "watchers": watchers },
        }] });
        let request = Request::new(
            "watch".to_owned().into(),
            RegisterCapability::METHOD.to_owned(),
            registration,
        );
        let _ = self.connection.sender.send(Message::Request(request));
    }

    fn hear(&mut self, told: Notification) {
        let Notification { method, params, .. } = told;
        let changed = match method.as_str() {
            DidOpenTextDocument::METHOD => self.opened(params).into_iter().collect(),
            DidChangeTextDocument::METHOD => {
                self.written_to(params).into_iter().collect()
            }
            DidCloseTextDocument::METHOD => self.closed(params).into_iter().collect(),
            DidChangeWatchedFiles::METHOD => self.changed_on_disk(params),
            _ => BTreeSet::new(),
        };
        if !changed.is_empty() {
            self.changed(changed);
        }
    }

    fn opened(&mut self, params: Value) -> Option<FilePath> {
        let DidOpenTextDocumentParams { text_document } = read(params)?;
        let file = self.folder.file(&text_document.uri)?;
        self.open.set(&file, &text_document.text);
        Some(file)
    }

    fn written_to(&mut self, params: Value) -> Option<FilePath> {
        let DidChangeTextDocumentParams { text_document, content_changes } =
            read(params)?;
        let file = self.folder.file(&text_document.uri)?;
        self.open.change(&file, &content_changes, self.units);
        Some(file)
    }

    fn closed(&mut self, params: Value) -> Option<FilePath> {
        let DidCloseTextDocumentParams { text_document } = read(params)?;
        let file = self.folder.file(&text_document.uri)?;
        self.open.close(&file);
        Some(file)
    }

    /// The files that have changed on the disk; of those that are open the text in the editor counts.
    fn changed_on_disk(&self, params: Value) -> BTreeSet<FilePath> {
        let Some(DidChangeWatchedFilesParams { changes }) = read(params) else {
            return BTreeSet::new();
        };
        let files = changes.iter().filter_map(|change| self.folder.file(&change.uri));
        files.filter(|file| self.open.text(file).is_none()).collect()
    }

    fn answer(&self, request: Request) {
        let Request { id, method, params, .. } = request;
        let answer = match method.as_str() {
            Completion::METHOD => self.completion(params),
            HoverRequest::METHOD => self.hover(params),
            GotoDefinition::METHOD => self.definition(params),
            References::METHOD => self.references(params),
            PrepareRenameRequest::METHOD => self.prepare_rename(params),
            Rename::METHOD => match self.rename(params) {
                Some(Err(refusal)) => {
                    let response =
                        Response::new_err(id, ErrorCode::RequestFailed as i32, refusal);
                    return self.send(response);
                }
                Some(Ok(edit)) => written(&edit),
                None => None,
            },
            CodeActionRequest::METHOD => self.fixes(params),
            DocumentLinkRequest::METHOD => self.links(params),
            _ => {
                let message = format!("`{method}` is not understood");
                return self.send(Response::new_err(
                    id,
                    ErrorCode::MethodNotFound as i32,
                    message,
                ));
            }
        };
        self.send(Response::new_ok(id, answer.unwrap_or(Value::Null)));
    }

    fn send(&self, response: Response) {
        // When the editor is gone, the next message of it doesn't come either.
        let _ = self.connection.sender.send(Message::Response(response));
    }

    /// Does something at a place of a text.
    fn at<R>(
        &self,
        place: &TextDocumentPositionParams,
        act: impl FnOnce(&Stand<'_>, &FilePath, &str, usize) -> Option<R>,
    ) -> Option<R> {
        let reading = self.newest.get();
        let stand = Stand {
            folder: &self.folder,
            units: self.units,
            open: &self.open,
            reading: &reading,
        };
        let file = self.folder.file(&place.text_document.uri)?;
        let text = stand.text(&file)?;
        let byte = EditorLines::new(&text, self.units).byte(place.position);
        act(&stand, &file, &text, byte)
    }

    fn completion(&self, params: Value) -> Option<Value> {
        let CompletionParams { text_document_position, .. } = read(params)?;
        let list = self.at(&text_document_position, |stand, file, text, byte| {
            let lines = &EditorLines::new(text, self.units);
            let (known, texts) = (&*stand.reading.known, &*stand.reading.texts);
            completion::at(&AtCursor { file, text, lines, known, texts }, byte)
        })?;
        written(&list)
    }

    fn hover(&self, params: Value) -> Option<Value> {
        let HoverParams { text_document_position_params, .. } = read(params)?;
        let told =
            self.at(&text_document_position_params, |stand, file, text, byte| {
                let layout = Layout::of(file, text)?;
                let (value, span) = hover::at(&layout, text, byte, &stand.reading.known)?;
                let contents = HoverContents::Markup(MarkupContent {
                    kind: MarkupKind::Markdown,
                    value,
                });
                Some(Hover {
                    contents,
                    range: Some(EditorLines::new(text, self.units).range(span)),
                })
            })?;
        written(&told)
    }

    fn definition(&self, params: Value) -> Option<Value> {
        let GotoDefinitionParams { text_document_position_params, .. } = read(params)?;
        let place = self
            .at(&text_document_position_params, |stand, file, text, byte| {
                stand.definition(file, text, byte)
            })?;
        written(&place)
    }

    fn references(&self, params: Value) -> Option<Value> {
        let ReferenceParams { text_document_position, .. } = read(params)?;
        let places = self.at(&text_document_position, |stand, file, text, byte| {
            Some(stand.references(file, text, byte))
        })?;
        written(&places)
    }

    fn prepare_rename(&self, params: Value) -> Option<Value> {
        let place: TextDocumentPositionParams = read(params)?;
        let range = self.at(&place, |stand, file, text, byte| {
            let span = stand.renamed_at(file, text, byte)?;
            Some(EditorLines::new(text, self.units).range(span))
        })?;
        written(&range)
    }

    fn rename(&self, params: Value) -> Option<Result<WorkspaceEdit, String>> {
        let RenameParams { text_document_position, new_name, .. } = read(params)?;
        self.at(&text_document_position, |stand, file, text, byte| {
            Some(stand.rename(file, text, byte, new_name.trim()))
        })
    }

    fn fixes(&self, params: Value) -> Option<Value> {
        let CodeActionParams { text_document, range, .. } = read(params)?;
        let place = TextDocumentPositionParams { text_document, position: range.start };
        let actions = self.at(&place, |stand, file, text, start| {
            let end = EditorLines::new(text, self.units).byte(range.end);
            Some(stand.fixes(file, text, &(start..end.max(start))))
        })?;
        written(&actions)
    }

    fn links(&self, params: Value) -> Option<Value> {
        let DocumentLinkParams { text_document, .. } = read(params)?;
        let place =
            TextDocumentPositionParams { text_document, position: Position::default() };
        let links =
            self.at(&place, |stand, file, text, _| Some(stand.links(file, text)))?;
        written(&links)
    }
}

/// The parameters of a message; `None` where they are not what the protocol says.
fn read<T: DeserializeOwned>(params: Value) -> Option<T> {
    serde_json::from_value(params).ok()
}

fn written(answer: &impl serde::Serialize) -> Option<Value> {
    serde_json::to_value(answer).ok()
}
