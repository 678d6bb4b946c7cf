import path from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeEnvironment } from "./node-environment.js";
import { startServer } from "./start-server.js";

// The transport is read from the process's arguments: --node-ipc, --stdio, --socket=port.
startServer(createConnection(ProposedFeatures.all), nodeEnvironment(path.join(__dirname, "pages")));
// An editor that has closed its channel wants nothing more, even while its process lives on.
process.on("disconnect", () => process.exit(1));
