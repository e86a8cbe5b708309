import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { RecoveryError } from "./error.ts";

export type Program = "pg_basebackup" | "pg_receivewal";

const DEBIAN = "/usr/lib/postgresql";

/** PostgreSQL's own program, of the server's major version or a later one; an older one cannot read what the server sends. */
export function findProgram(name: Program, major: number): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((one) => join(DEBIAN, one, "bin")) : [];
  const paths = [...(process.env.PATH ?? "").split(delimiter), ...versions]
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path));
  const found = [...new Set(paths)].map((path) => {
    const version = /\(PostgreSQL\) (\d+)/.exec(
      spawnSync(path, ["--version"], { encoding: "utf8" }).stdout ?? "",
    );
    return { path, version: Number(version?.[1] ?? 0) };
  });
  const fit = found.find(({ version }) => version >= major);
  if (fit) return fit.path;
  const older = found.map(({ path, version }) => `${path} is of ${version}`).join(", ");
  throw new RecoveryError(
    `${name} of PostgreSQL ${major} or later is not found${older && ` (${older})`}: install it, on Debian with "apt-get install postgresql-client-${major}".`,
  );
}

/** Starts it on a server; the password goes by the environment, where other accounts do not see it. */
export function startProgram(path: string, args: readonly string[], url: string): ChildProcess {
  const { hostname, port, username, password, searchParams } = new URL(url);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PGHOST: searchParams.get("host") ?? hostname,
    PGPORT: port || "5432",
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    ...(searchParams.has("sslmode") ? { PGSSLMODE: searchParams.get("sslmode") ?? "" } : {}),
  };
  return spawn(path, args, { env, stdio: ["ignore", "inherit", "inherit"] });
}

export function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
