import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { ServerAccount } from "./account.ts";
import type { Binaries } from "./binary.ts";
import { SERVER_ENV } from "./command.ts";
import { EmbeddedError } from "./error.ts";
import { placeData } from "./place.ts";
import { answers } from "./probe.ts";

export type ServerEnd = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type Server = {
  readonly pid: number;
  /** Settles when the process is gone, whatever the reason. */
  readonly ended: Promise<ServerEnd>;
  stop(): Promise<void>;
};

export type ServerOptions = {
  readonly folder: string;
  readonly port: number;
  readonly probeUrl: string;
  readonly logFile: string;
  readonly account: ServerAccount;
  readonly binaries: Binaries;
  readonly settings?: readonly string[];
  /** How long it may take to come to its last moment; two minutes unless told. */
  readonly recoveryMs?: number;
};

const RECOVERY_MS = 120_000;
const LEFTOVER_MS = 15_000;
const STOP_MS = 5_000;

/** Starts the server and waits until it answers; recovery after a crash counts as starting. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const until = performance.now() + LEFTOVER_MS;
  for (;;) {
    const logStart = statSync(options.logFile, { throwIfNoEntry: false })?.size ?? 0;
    const child = spawnServer(options);
    const ended = new Promise<ServerEnd>((resolve) => {
      child.once("error", () => resolve({ code: 1, signal: null }));
      child.once("exit", (code, signal) => resolve({ code, signal }));
    });
    if (await waitUntilReady(options, ended)) {
      return { pid: child.pid ?? 0, ended, stop: () => stopServer(child, ended) };
    }
    const said = readFileSync(options.logFile).subarray(logStart).toString();
    // Backends of a killed server live on for a moment and hold the shared memory: wait for them.
    const leftover = /lock file .* already exists|shared memory block .* is still in use/.test(said);
    if (!leftover || performance.now() > until) {
      throw new EmbeddedError("server-failed", `The database server did not start: ${toReason(said)}`);
    }
    await pause(300);
  }
}

function spawnServer({
  folder,
  port,
  logFile,
  account,
  binaries,
  settings = [],
}: ServerOptions): ChildProcess {
  const { cwd, data } = placeData(folder, account);
  const log = openSync(logFile, "a", 0o600);
  const flags = ["listen_addresses=127.0.0.1", "unix_socket_directories=", `port=${port}`, ...settings];
  try {
    // Its own process group: Ctrl-C in the terminal reaches us, and we stop the server last.
    return spawn(binaries.postgres, ["-D", data, ...flags.flatMap((flag) => ["-c", flag])], {
      ...account,
      cwd,
      env: SERVER_ENV,
      detached: true,
      stdio: ["ignore", log, log],
    });
  } finally {
    closeSync(log);
  }
}

async function waitUntilReady(
  { probeUrl, recoveryMs = RECOVERY_MS }: ServerOptions,
  ended: Promise<ServerEnd>,
): Promise<boolean> {
  let gone = false;
  void ended.then(() => {
    gone = true;
  });
  const until = performance.now() + recoveryMs;
  while (!gone && performance.now() < until) {
    if (await answers(probeUrl)) return !gone;
    await pause(40);
  }
  return false;
}

// SIGINT is PostgreSQL's fast shutdown: sessions end, everything is written, no recovery at the next start.
async function stopServer(child: ChildProcess, ended: Promise<ServerEnd>): Promise<void> {
  child.kill("SIGINT");
  const inTime = await Promise.race([ended.then(() => true), pause(STOP_MS, false, { ref: false })]);
  if (inTime) return;
  child.kill("SIGQUIT");
  await ended;
}

function toReason(log: string): string {
  const lines = log.split("\n").filter((line) => /FATAL|PANIC|ERROR|HINT/.test(line));
  return lines.slice(-3).join(" ") || log.slice(-500) || "it said nothing.";
}
