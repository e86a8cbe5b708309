import { call, listFrozen, verifyRelease } from "@lilink/services";
import { failCommand, withKernel } from "./with-kernel.ts";

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

main().catch(failCommand);
