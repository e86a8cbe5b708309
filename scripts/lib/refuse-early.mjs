import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { refuse } from "./say.mjs";
import { ROOT } from "./workspace.mjs";

/** What is needed before anything is installed; the checked schema of the whole comes with the build. */
export function readPlace(env) {
  const port = Number(env.PORT?.trim() || "3000");
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    refuse(`PORT must be a whole number from 1 to 65535, not "${env.PORT}".`);
  }
  return {
    port,
    host: env.HOST?.trim() || "localhost",
    dataDir: resolve(ROOT, env.DATA_DIR?.trim() || ".data"),
  };
}

export async function refuseUsedPort(port) {
  for (const host of ["127.0.0.1", "::1", undefined]) {
    if (await isUsed(port, host)) {
      refuse(`Port ${port} is in use by another program: stop it, or set PORT to a free one.`);
    }
  }
}

function isUsed(port, host) {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once("error", (error) => settle(error.code === "EADDRINUSE" || error.code === "EACCES"));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => settle(false)));
  });
}

/** A look before the long work of installing and building; the lock itself is taken with the database. */
export function refuseUsedData(dataDir) {
  const file = join(dataDir, "lilink.lock");
  if (!existsSync(file)) return;
  let pid;
  try {
    pid = JSON.parse(readFileSync(file, "utf8")).pid;
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return;
  }
  if (pid === undefined || !isStart(pid)) return;
  refuse(
    `The data folder ${dataDir} is in use by another start (process ${pid}): stop that one, or set DATA_DIR to another folder.`,
  );
}

// A number that was given to another program since does not count.
function isStart(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("node");
  } catch {
    return process.platform !== "linux";
  }
}
