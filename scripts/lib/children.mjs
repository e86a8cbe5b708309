import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/** Every process that we started and that has not ended, each leading a process group of its own. */
const children = new Set();

export const PRIVACY = { NEXT_TELEMETRY_DISABLED: "1", TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };

/** Starts a process in a group of its own: Ctrl-C reaches us alone, and we end the group in order. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: ["ignore", 2, 2],
    ...options,
    env: { ...process.env, ...PRIVACY, ...options.env },
    detached: process.platform !== "win32",
    shell: process.platform === "win32" && command === "npx",
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  child.ended = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 127, signal: null, error }));
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
  return child;
}

let isEnding = false;
const never = new Promise(() => undefined);

/** Runs a process to its end and answers its exit code. Once we were told to end, it starts nothing and answers nothing. */
export async function run(command, args, options) {
  if (isEnding) return never;
  return toCode(start(command, args, options));
}

/** The exit code of a process that runs; nothing once we were told to end. */
export async function toCode(child) {
  const { code, signal, error } = await child.ended;
  if (isEnding) return never;
  if (error) process.stderr.write(`${child.spawnfile}: ${error.message}\n`);
  return signal ? 1 : code;
}

export function signalGroup(child, signal) {
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch {
    // It ended by itself.
  }
}

/** Ends what still runs: politely first, and for good when the time is up. */
export async function endAll(patienceMs, victims = [...children]) {
  for (const child of victims) signalGroup(child, "SIGTERM");
  const gone = Promise.all(victims.map((child) => child.ended));
  await Promise.race([gone, pause(patienceMs, undefined, { ref: false })]);
  for (const child of victims) signalGroup(child, "SIGKILL");
  await Promise.race([gone, pause(1000, undefined, { ref: false })]);
}

/** Calls `stop` once on Ctrl-C, on SIGTERM, and when the npm that started us is gone (its shell tells nobody). */
export function onEnd(stop) {
  let asked = 0;
  const ask = () => {
    asked += 1;
    isEnding = true;
    if (asked === 1) stop();
    else for (const child of children) signalGroup(child, "SIGKILL");
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, ask);
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && asked === 0) ask();
  }, 500).unref();
}
