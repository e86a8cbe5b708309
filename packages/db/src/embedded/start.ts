import { mkdirSync, renameSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { findServerAccount } from "./account.ts";
import { archivingSettings } from "./archiving.ts";
import { findBinaries } from "./binary.ts";
import { closeRole } from "./close-role.ts";
import { openDataFolder } from "./folder.ts";
import { takeLock } from "./lock.ts";
import { stopOrphan } from "./orphan.ts";
import { findFreePort } from "./port.ts";
import { toUrl } from "./role.ts";
import { type ServerEnd, startServer } from "./server.ts";

export type EmbeddedOptions = {
  readonly dataDir: string;
  /** Hears, in one line each, what is being done. */
  readonly say?: (line: string) => void;
};

export type Embedded = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  /** For the sign-in cookies when the operator sets no AUTH_SECRET. */
  readonly authSecret: string;
  readonly pid: () => number;
  /** Settles when the present server process is gone. */
  readonly ended: () => Promise<ServerEnd>;
  /** Starts it again at the same address after it died. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

const LOG_LIMIT = 10_000_000;

/** Runs PostgreSQL on DATA_DIR/postgres for as long as this process holds the data folder. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir);
  const say = options.say ?? (() => undefined);
  mkdirSync(dataDir, { recursive: true });
  const lock = takeLock(dataDir);
  try {
    const folder = join(dataDir, "postgres");
    const account = findServerAccount(folder);
    const binaries = findBinaries(account);
    const secrets = await openDataFolder({ dataDir, account, binaries, say });
    if (await stopOrphan(folder, secrets))
      say("A database server left over from an earlier start was shut down.");
    const port = await findFreePort();
    const probeUrl = toUrl("superuser", secrets, port, "postgres");
    const start = () =>
      startServer({
        ...{ folder, port, probeUrl, logFile: openLog(dataDir), account, binaries },
        settings: archivingSettings,
      });
    let server = await start();
    await closeRole(toUrl("superuser", secrets, port), secrets.app);
    return {
      ownerUrl: toUrl("owner", secrets, port),
      appUrl: toUrl("app", secrets, port),
      workerUrl: toUrl("worker", secrets, port),
      authSecret: secrets.authSecret,
      pid: () => server.pid,
      ended: () => server.ended,
      restart: async () => {
        server = await start();
      },
      stop: async () => {
        await server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openLog(dataDir: string): string {
  const file = join(dataDir, "postgres.log");
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(file, `${file}.1`);
  return file;
}
