// Runs the built web server as a child that does not outlive the one who started it, in one process or several at one port.
import cluster from "node:cluster";
import { once } from "node:events";
import { writeSync } from "node:fs";
import { Server } from "node:http";
import { fileURLToPath, pathToFileURL } from "node:url";
import { loadCached } from "./load-cached.cjs";
import { countProcesses, leadCrew } from "./web-crew.mjs";

process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(0), 5000).unref();
});

// What is printed before the log is open is a line of JSON too.
for (const [name, level] of [
  ["log", 30],
  ["info", 30],
  ["warn", 40],
  ["error", 50],
]) {
  console[name] = (...words) => {
    const msg = words.map((word) => (word instanceof Error ? word.name : String(word))).join(" ");
    try {
      writeSync(1, `${JSON.stringify({ level, time: Date.now(), process: "web", msg })}\n`);
    } catch {
      // A full disk is no reason to stop.
    }
  };
}

// Methods that echo or tunnel are answered before anything reads them.
const closed = new Set(["TRACE", "TRACK", "CONNECT"]);

// The address of the peer stands last in the list of those who forwarded a request: whatever the caller wrote there, that one is true.
const { emit } = Server.prototype;
const servers = new Set();
Server.prototype.emit = function emitWithPeer(event, request, ...rest) {
  if (event === "listening") servers.add(this);
  if (event === "request" && closed.has(request.method)) {
    rest[0].writeHead(405, { allow: "GET, HEAD, POST", connection: "close" }).end();
    return true;
  }
  if (event === "request") {
    const said = request.headers["x-forwarded-for"];
    request.headers["x-forwarded-for"] = [said, request.socket.remoteAddress].filter(Boolean).join(", ");
  }
  return emit.call(this, event, request, ...rest);
};

// A connection that is kept for the next request would hold the process for a minute after it was asked to end.
process.once("SIGTERM", () => {
  setInterval(() => {
    for (const server of servers) server.closeIdleConnections();
  }, 200).unref();
});

const count = countProcesses(process.env.WEB_PROCESSES);
// Started beside the database, it reads its program while that comes up, and is then told its settings.
if (process.env.LILINK_EARLY) {
  const told = once(process, "message");
  if (count === 1) loadCached(fileURLToPath(new URL("../../apps/web/server/dist/all.cjs", import.meta.url)));
  const [settings] = await told;
  Object.assign(process.env, settings, { LILINK_EARLY: "" });
}
if (cluster.isPrimary && count > 1) leadCrew(count);
else await import(pathToFileURL(process.argv[2]).href);
