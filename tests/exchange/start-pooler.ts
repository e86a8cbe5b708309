import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findFreePort } from "./find-free-port.ts";

export type Pooler = {
  /** The same database and role as by the direct address, through the pooler. */
  readonly through: (directUrl: string) => string;
  /** Where PgBouncer tells of itself: SHOW CLIENTS, SHOW SERVERS. */
  readonly consoleUrl: string;
  readonly stop: () => Promise<void>;
};

/** The account `nobody`: PgBouncer does not run as root. */
const NOBODY = 65_534;
const CONSOLE = { user: "console", password: "console" } as const;

/**
 * PgBouncer in transaction mode before one database, as strict as it can be: fewer connections to the server than the
 * product asks for, no prepared statements, and no parameter of a connection overlooked.
 */
export async function startPooler(program: string, directUrls: readonly string[]): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), "lilink-pooler-"));
  const port = await findFreePort();
  const [first] = directUrls.map((url) => new URL(url));
  if (first === undefined) throw new Error("A pooler stands before one address at least.");
  const users = [...directUrls.map(toUser), CONSOLE];
  writeFileSync(
    join(folder, "users.txt"),
    users.map(({ user, password }) => `"${user}" "${password}"\n`).join(""),
  );
  writeFileSync(
    join(folder, "pooler.ini"),
    [
      "[databases]",
      `${first.pathname.slice(1)} = host=${first.hostname} port=${first.port}`,
      "[pgbouncer]",
      `listen_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =`,
      `auth_type = scram-sha-256\nauth_file = ${join(folder, "users.txt")}\nadmin_users = ${CONSOLE.user}`,
      "pool_mode = transaction\ndefault_pool_size = 6\nmax_client_conn = 200\nmax_prepared_statements = 0",
      "log_connections = 0\nlog_disconnections = 0\n",
    ].join("\n"),
  );
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  for (const file of [folder, join(folder, "users.txt"), join(folder, "pooler.ini")]) {
    if (asNobody.uid !== undefined) chownSync(file, NOBODY, NOBODY);
    chmodSync(file, file === folder ? 0o700 : 0o600);
  }
  const child = spawn(program, ["-q", join(folder, "pooler.ini")], {
    ...asNobody,
    cwd: "/",
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill("SIGKILL");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.race([
      waitForAnswer(port),
      ended.then(() => Promise.reject(new Error("PgBouncer ended at once; its words stand above."))),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    through: (directUrl) => {
      const url = new URL(directUrl);
      url.port = String(port);
      return url.href;
    },
    consoleUrl: `postgres://${CONSOLE.user}:${CONSOLE.password}@127.0.0.1:${port}/pgbouncer`,
    stop,
  };
}

function toUser(url: string): { readonly user: string; readonly password: string } {
  const { username, password } = new URL(url);
  return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
}

async function waitForAnswer(port: number): Promise<void> {
  const until = performance.now() + 10_000;
  while (performance.now() < until) {
    const answers = await new Promise<boolean>((settle) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => settle(true)).once("error", () => settle(false));
      socket.once("connect", () => socket.destroy());
    });
    if (answers) return;
    await pause(20);
  }
  throw new Error("PgBouncer does not answer.");
}
