import { existsSync } from "node:fs";
import { run } from "./children.mjs";
import { say } from "./say.mjs";

/** Installs Debian packages where that is possible: as root, with apt-get at hand. Who asked looks for the result. */
export async function aptInstall(packages) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  say(`installing ${packages.join(" ")} with apt-get`);
  const options = { env: { DEBIAN_FRONTEND: "noninteractive" } };
  await run("apt-get", ["update", "-qq"], options);
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options);
}
