import { createHmac } from "node:crypto";
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createPool, toDatabase } from "@lilink/db";
import { openKernel, seedDemo } from "@lilink/services";

type Demo = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly secret: string;
  readonly dataDir: string;
};

export const DEMO_FILE = "demo-accounts.json";

/** Fills an empty exchange with the demo cast and writes down how they sign in. */
export async function prepareDemo({ ownerUrl, appUrl, secret, dataDir }: Demo): Promise<void> {
  // From the folder's own secret, so that a start that was cut short can write the same list again.
  const passwordOf = (email: string) =>
    createHmac("sha256", secret).update(`demo:${email}`).digest("base64url").slice(0, 16);
  const owner = createPool({ url: ownerUrl, max: 2, name: "lilink-demo" });
  const app = openKernel({
    databaseUrl: appUrl,
    filesFolder: join(dataDir, "files"),
    clock: () => new Date(),
    name: "lilink-demo",
    connections: 2,
  });
  try {
    const people = await seedDemo({ owner: toDatabase(owner), app, passwordOf });
    if (people === null) return;
    const accounts = people.map(({ email, organization, kind, role }) => ({
      email,
      password: passwordOf(email),
      organization,
      kind,
      role,
    }));
    const file = join(dataDir, DEMO_FILE);
    writeFileSync(`${file}.new`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } finally {
    await Promise.all([owner.end(), app.pool.end()]);
  }
}

export function hasDemo(dataDir: string): boolean {
  return existsSync(join(dataDir, DEMO_FILE));
}
