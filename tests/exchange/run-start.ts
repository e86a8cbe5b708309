import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const START = fileURLToPath(new URL("../../scripts/start.mjs", import.meta.url));

/** `npm start` with these variables, from its ready line until it is stopped. */
export type Started = {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

export async function runStart(env: Readonly<Record<string, string>>): Promise<Started> {
  const child = spawn(process.execPath, [START], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, HOST: "", LILINK_DEMO: "1", ...env },
  });
  const stop = async () => {
    const ended = child.exitCode === null ? once(child, "exit") : undefined;
    child.kill("SIGTERM");
    await ended;
  };
  try {
    return { url: await waitForReadyLine(child), pid: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function waitForReadyLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("The start has no output.");
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready (http:\/\/localhost:\d+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return url;
  }
  throw new Error("The start ended before it was ready; its words stand above.");
}
