// Starts `dateline lsp` and lets it speak with the editor; all that it knows is in the program.
"use strict";

const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = async () => {
  const settings = workspace.getConfiguration("dateline");
  const server = { command: settings.get("path"), args: ["lsp", ...(settings.get("check") ? ["--check"] : [])] };
  const documentSelector = ["markdown", "yaml", "toml"].map((language) => ({ scheme: "file", language }));
  client = new LanguageClient("dateline", "Dateline", server, { documentSelector });
  await client.start();
};

exports.deactivate = () => client?.stop();
