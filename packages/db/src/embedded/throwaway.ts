import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findServerAccount } from "./account.ts";
import { findBinaries } from "./binary.ts";
import { createCluster } from "./cluster.ts";
import { findFreePort } from "./port.ts";
import { type Role, toUrl } from "./role.ts";
import { makeSecrets } from "./secret.ts";
import { startServer } from "./server.ts";

export type Throwaway = {
  /** The address of one of its databases for a role; superuser is for tests alone. */
  url(role: Role, database?: string): string;
  stop(): Promise<void>;
};

const PREFIX = "lilink-throwaway-";
const UNSAFE_AND_FAST = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=300",
];

/** A server for tests in the temporary folder: fast, and gone without trace when stopped. */
export async function startThrowaway(): Promise<Throwaway> {
  sweepAbandoned();
  const home = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const folder = join(home, "postgres");
  const account = findServerAccount(folder);
  const binaries = findBinaries(account);
  const secrets = makeSecrets();
  await createCluster({ folder, secrets, account, binaries, durable: false });
  const port = await findFreePort();
  const server = await startServer({
    folder,
    port,
    probeUrl: toUrl("superuser", secrets, port, "postgres"),
    logFile: join(home, "postgres.log"),
    account,
    binaries,
    settings: UNSAFE_AND_FAST,
  });
  const forget = endWithUs(server.pid, home);
  return {
    url: (role, database) => toUrl(role, secrets, port, database),
    stop: async () => {
      forget();
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The server leads a group of its own, so a signal that ends us does not reach it: we pass it on. */
function endWithUs(server: number, home: string): () => void {
  const end = () => {
    if (isRunning(server)) process.kill(server, "SIGQUIT");
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const handlers = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) => {
    const handle = () => {
      forget();
      end();
      // Without another listener the signal would end us; our listener kept it from doing so.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    };
    process.once(signal, handle);
    return [signal, handle] as const;
  });
  const forget = () => {
    process.off("exit", end);
    for (const [signal, handle] of handlers) process.off(signal, handle);
  };
  process.once("exit", end);
  return forget;
}

// A test run that was killed outright leaves its server behind; the next run clears it away.
function sweepAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const starter = Number(name.slice(PREFIX.length).split("-")[0]);
    if (isRunning(starter)) continue;
    const home = join(tmpdir(), name);
    const pidFile = join(home, "postgres", "postmaster.pid");
    const server = existsSync(pidFile) ? Number(readFileSync(pidFile, "utf8").split("\n")[0]) : 0;
    if (server > 0 && isRunning(server)) process.kill(server, "SIGQUIT");
    rmSync(home, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
