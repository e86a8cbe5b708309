import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { aptInstall } from "./apt.mjs";

/** PgBouncer for the tests with two instances, or undefined where there is none and none can be brought. */
export async function findPooler() {
  const find = () =>
    [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"]
      .map((folder) => join(folder, "pgbouncer"))
      .find((path) => existsSync(path));
  if (!find()) await aptInstall(["pgbouncer"]);
  return find();
}
