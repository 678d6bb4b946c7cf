import path from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeEnvironment } from "./node-environment.js";
import { startServer } from "./start-server.js";

// The transport is read from the process's arguments: --node-ipc, --stdio, --socket=port.
startServer(createConnection(ProposedFeatures.all), nodeEnvironment(path.join(__dirname, "pages")));
