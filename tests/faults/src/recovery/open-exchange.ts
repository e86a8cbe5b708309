import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createPool, migrate, toDatabase } from "@lilink/db";
import { followFiles, startEmbedded } from "@lilink/db/embedded";
import {
  callJob,
  type Kernel,
  openKernel,
  readSigner,
  seedDemo,
  seedReference,
  signHeads,
} from "@lilink/services";
import type pg from "pg";

const AUTHORS: readonly string[] = [
  "buyer@cathode.example",
  "admin@salt.example",
  "rival@cathode2.example",
  "delegate@salt.example",
];

export type Author = { readonly kind: "member"; readonly personId: string; readonly organizationId: string };

/** An exchange without its pages: the embedded server, the verbs on it, and what the start does for a backup. */
export type DrilledExchange = {
  readonly app: Kernel;
  readonly owner: pg.Pool;
  readonly signHeads: () => Promise<void>;
  /** Ends the server as a lost machine does. */
  readonly destroy: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function openExchange(dataDir: string, say: (line: string) => void): Promise<DrilledExchange> {
  const server = await startEmbedded({ dataDir, say });
  const copying = followFiles({ dataDir, now: () => new Date(), say });
  const settings = { filesFolder: join(dataDir, "files"), clock: () => new Date(), name: "lilink-drill" };
  const app = openKernel({ ...settings, databaseUrl: server.appUrl, connections: 6 });
  const worker = openKernel({ ...settings, databaseUrl: server.workerUrl, connections: 2 });
  const owner = createPool({ url: server.ownerUrl, max: 2, name: "lilink-drill" });
  const close = async () => {
    copying.stop();
    await Promise.all([app.pool, worker.pool, owner].map((pool) => pool.end()));
  };
  return {
    app,
    owner,
    signHeads: async () => {
      const verb = signHeads(readSigner(join(dataDir, "audit.key")));
      await callJob(worker, { id: worker.newId(), name: "audit.sign" }, verb, {});
    },
    destroy: async () => {
      process.kill(server.pid(), "SIGKILL");
      await server.ended();
      await close();
    },
    stop: async () => {
      await close();
      await server.stop();
    },
  };
}

/** Keys, tables and the demo; answers who writes under load. */
export async function fillExchange(dataDir: string, say: (line: string) => void): Promise<Author[]> {
  mkdirSync(dataDir, { recursive: true });
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  writeFileSync(join(dataDir, "audit.key"), privateKey.export({ type: "pkcs8", format: "pem" }), {
    mode: 0o600,
  });
  writeFileSync(join(dataDir, "audit.pub"), publicKey.export({ type: "spki", format: "pem" }));
  const server = await startEmbedded({ dataDir, say });
  await migrate(server.ownerUrl);
  const owner = createPool({ url: server.ownerUrl, max: 2, name: "lilink-drill" });
  const app = openKernel({
    databaseUrl: server.appUrl,
    filesFolder: join(dataDir, "files"),
    clock: () => new Date(),
    connections: 2,
  });
  try {
    await seedReference(toDatabase(owner), app);
    const people = (await seedDemo({ owner: toDatabase(owner), app, passwordOf: (email) => email })) ?? [];
    return people
      .filter(({ email }) => AUTHORS.includes(email))
      .map(({ personId, organizationId }) => ({ kind: "member", personId, organizationId }));
  } finally {
    await Promise.all([owner.end(), app.pool.end()]);
    await server.stop();
  }
}
