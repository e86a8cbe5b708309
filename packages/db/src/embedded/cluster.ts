import { appendFileSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServerAccount } from "./account.ts";
import type { Binaries } from "./binary.ts";
import { runCommand } from "./command.ts";
import { placeData } from "./place.ts";
import { DATABASE_NAME, leakproofStatements, toRoleStatements } from "./role.ts";
import type { Secrets } from "./secret.ts";

/** Written last: a folder without it was never finished. */
export const COMPLETE_MARK = "lilink.complete";

const SETTINGS = `
# LiLink: tune as you like; the address and the port come from the command line.
timezone = 'UTC'
log_timezone = 'UTC'
max_connections = 100
shared_buffers = 256MB
random_page_cost = 1.1
jit = off
`;

type Making = {
  readonly folder: string;
  readonly secrets: Secrets;
  readonly account: ServerAccount;
  readonly binaries: Binaries;
  /** false: a throwaway that need not survive a power cut. */
  readonly durable: boolean;
};

/** Makes a cluster with the three roles and the empty database; no server listens meanwhile. */
export async function createCluster({ folder, secrets, account, binaries, durable }: Making): Promise<void> {
  mkdirSync(folder, { mode: 0o700 });
  own(folder, account);
  const { cwd, data } = placeData(folder, account);
  const runAlone = (database: string, statements: readonly string[]) =>
    runCommand({
      program: binaries.postgres,
      args: ["--single", ...(durable ? [] : ["-F"]), "-D", data, "-c", "exit_on_error=true", database],
      account,
      cwd,
      input: statements.map((statement) => `${statement}\n`).join(""),
    });
  await withPasswordFile(secrets.superuser, account, (file) =>
    runCommand({
      program: binaries.initdb,
      args: [
        ...["-D", data, "-U", "postgres", "-E", "UTF8", "--data-checksums"],
        ...["--auth=scram-sha-256", `--pwfile=${file}`],
        ...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
        ...(durable ? [] : ["--no-sync"]),
      ],
      account,
      cwd,
    }),
  );
  appendFileSync(join(folder, "postgresql.conf"), SETTINGS);
  await runAlone("postgres", toRoleStatements(secrets));
  await runAlone(DATABASE_NAME, leakproofStatements);
  writeFileSync(join(folder, COMPLETE_MARK), "");
  own(join(folder, COMPLETE_MARK), account);
}

async function withPasswordFile(
  password: string,
  account: ServerAccount,
  use: (file: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lilink-initdb-"));
  const file = join(folder, "password");
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  own(file, account);
  own(folder, account);
  try {
    await use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function own(path: string, account: ServerAccount): void {
  if (account.uid !== undefined) chownSync(path, account.uid, account.gid);
}
