import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { signalGroup, start } from "./children.mjs";
import { say } from "./say.mjs";

const LOG_LIMIT = 10_000_000;
const STEADY_MS = 60_000;
const LONGEST_MS = 30_000;
const SILENCE_MS = 60_000;

/** Back-off that doubles while something keeps dying and forgets when it has held for a minute. */
export function createBackOff() {
  let waitMs = 500;
  return (aliveMs) => {
    waitMs = aliveMs > STEADY_MS ? 1000 : Math.min(waitMs * 2, LONGEST_MS);
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
        `${name} ended (${signal ?? `code ${code}`}); starting it again in ${wait / 1000} s. ${lastWords(logDir, name)}`,
      );
      await pause(wait, undefined, { ref: false });
    }
  };
  keep();
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
