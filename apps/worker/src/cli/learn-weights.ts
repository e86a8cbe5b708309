import { callJob, learnVersion } from "@lilink/services";
import { failCommand, withKernel } from "./with-kernel.ts";

/** Learns from the answers given so far and proposes a version of the engine, or says that there is nothing to learn from. */
async function main(): Promise<void> {
  await withKernel("lilink-learn", async (kernel) => {
    const done = await callJob(kernel, { id: kernel.newId(), name: "engine.learn" }, learnVersion, {});
    if (!done) throw new Error("learning is a job of its own");
    console.error(
      done.proposed === null
        ? `nothing is proposed: ${done.kinds} kinds of pair were answered to by ten organizations or more, ${done.kindsLeftOut} by fewer`
        : `${done.proposed} is proposed; the secretary decides on it`,
    );
    console.log(JSON.stringify(done));
  });
}

main().catch(failCommand);
