import { call, LilinkError, listFrozen, verifyRelease } from "@lilink/services";
import { withKernel } from "./with-kernel.ts";

/** Adds up every frozen release anew from the returns behind it and compares, to the last digit; fails where one differs. */
async function main(): Promise<void> {
  const found = await withKernel("lilink-recount", async (kernel) => {
    const releases = [];
    for (const { id, ...release } of await call(kernel, { kind: "job", job: "recount" }, listFrozen, {})) {
      const { checked, wrong } = await verifyRelease(kernel, id);
      console.error(
        `${release.period}, edition ${release.edition}: ${checked} figures, ${wrong.length} differ`,
      );
      releases.push({ ...release, checked, wrong: wrong.length });
    }
    return releases;
  });
  console.log(JSON.stringify({ releases: found }));
  if (found.some(({ wrong }) => wrong > 0)) process.exitCode = 1;
}

main().catch((error: unknown) => {
  const isDown = error instanceof LilinkError && error.code === "UNAVAILABLE";
  console.error(isDown ? "the database cannot be reached; set WORKER_DATABASE_URL or DATA_DIR" : error);
  process.exit(1);
});
