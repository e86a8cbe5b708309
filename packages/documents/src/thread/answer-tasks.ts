import { parentPort } from "node:worker_threads";
import type { ThreadAnswer } from "./thread-pool.ts";

/** Makes this thread answer one task after the other, whatever time they take. */
export function answerTasks<Input, Output>(make: (input: Input) => Promise<Output>): void {
  parentPort?.on("message", async (input: Input) => {
    const answer: ThreadAnswer<Output> = await make(input).then(
      (made) => ({ made }),
      (error: unknown) => ({ failed: error instanceof Error ? error.name : "unknown" }),
    );
    parentPort?.postMessage(answer);
  });
}
