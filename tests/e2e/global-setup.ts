import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const START = fileURLToPath(new URL("../../scripts/start.mjs", import.meta.url));

/** The real thing on a free port and a folder of its own: what `npm start` starts, demo cast included. */
export default async function setup(): Promise<() => Promise<void>> {
  // A running exchange may be named instead, with its folder in LILINK_E2E_DATA.
  if (process.env.LILINK_E2E_URL) return async () => {};
  const dataDir = mkdtempSync(join(tmpdir(), "lilink-e2e-"));
  const child = spawn(process.execPath, [START], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      PORT: String(await findFreePort()),
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      PUBLIC_URL: "",
      HOST: "",
      LILINK_DEMO: "1",
      TZ: "Pacific/Chatham",
    },
  });
  process.env.LILINK_E2E_URL = await waitForReadyLine(child);
  process.env.LILINK_E2E_DATA = dataDir;
  return async () => {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
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

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === "object" ? resolve(address.port) : reject(address),
      );
    });
  });
}
