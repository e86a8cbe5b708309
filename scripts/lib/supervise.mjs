import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { signalGroup, start } from "./children.mjs";
import { say } from "./say.mjs";

const LOG_LIMIT = 10_000_000;
const STEADY_MS = 60_000;
const LONGEST_MS = 30_000;
const SILENCE_MS = 60_000;

/** Back-off: none at first, then a second that doubles while something keeps dying; what has held for a minute begins anew. */
export function createBackOff() {
  let nextMs = 0;
  return (aliveMs) => {
    const waitMs = aliveMs > STEADY_MS ? 0 : nextMs;
    nextMs = Math.min(Math.max(waitMs * 2, 1000), LONGEST_MS);
    return waitMs;
  };
}

/** Starts a process of ours. Its words go to a file of the data folder. */
export function startLogged({ name, args, env, logDir }) {
  const log = openLog(logDir, name);
  const child = start(process.execPath, args, { env, stdio: ["ignore", log, log, "ipc"] });
  closeSync(log);
  return child;
}

/**
 * Keeps a process of ours alive until `stopping` says otherwise. With `beats`, a process that falls silent counts as dead.
 * `early` lives already, and waits for its settings.
 */
export function supervise({ name, args, env, logDir, beats = false, early, stopping }) {
  const nextWait = createBackOff();
  // Where it has died since, its end is found below.
  early?.send(env, () => undefined);
  let child = early;
  const keep = async () => {
    while (!stopping()) {
      const born = performance.now();
      child ??= startLogged({ name, args, env, logDir });
      const watch = beats ? watchBeats(child, name) : undefined;
      const { code, signal } = await child.ended;
      clearInterval(watch);
      child = undefined;
      if (stopping()) return;
      const wait = nextWait(performance.now() - born);
      say(
        `${name} ended (${signal ?? `code ${code}`}); starting it again ${toWords(wait)}. ${lastWords(logDir, name)}`,
      );
      await pause(wait, undefined, { ref: false });
    }
  };
  keep();
}

/** @example toWords(2000) // "in 2 s" */
export function toWords(waitMs) {
  return waitMs === 0 ? "at once" : `in ${waitMs / 1000} s`;
}

function watchBeats(child, name) {
  let heard = performance.now();
  child.on("message", () => {
    heard = performance.now();
  });
  return setInterval(() => {
    if (performance.now() - heard < SILENCE_MS) return;
    say(`${name} has been silent for a minute`);
    signalGroup(child, "SIGKILL");
  }, 5000).unref();
}

function openLog(logDir, name) {
  mkdirSync(logDir, { recursive: true });
  const file = join(logDir, `${name}.log`);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

function lastWords(logDir, name) {
  const file = join(logDir, `${name}.log`);
  const line = readFileSync(file, "utf8").trimEnd().split("\n").at(-1) ?? "";
  return line === "" ? "" : `Its last words in ${file}: ${line.slice(0, 300)}`;
}
