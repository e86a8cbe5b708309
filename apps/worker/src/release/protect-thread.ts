import { parentPort } from "node:worker_threads";
import type { Protect } from "@lilink/services";
import { protectHere } from "@lilink/services/protect";

/** A thread that protects one table after the other, whatever time they take; it has no database and no configuration. */
parentPort?.on("message", async (input: Parameters<Protect>[0]) => {
  try {
    parentPort?.postMessage({ release: await protectHere(input) });
  } catch (error) {
    // The message may quote what was reported, so its kind alone goes out.
    parentPort?.postMessage({ failed: error instanceof Error ? error.name : "unknown" });
  }
});
