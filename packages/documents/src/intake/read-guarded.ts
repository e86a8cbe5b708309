import { Worker } from "node:worker_threads";
import type { Table, TableRow } from "@lilink/model/file";
import { FileRefusal } from "@lilink/model/file";
import { type FileLimits, fileLimits } from "./limit.ts";
import { unpackRows } from "./pack-rows.ts";
import type { ThreadInput, ThreadMessage } from "./thread-message.ts";

export type Guard = {
  /** The built `thread.ts`. */
  readonly entry: URL;
  readonly limits?: FileLimits;
  /** Longest wait for the next piece. */
  readonly stepMs?: number;
  /** Memory of the thread's own objects; the text table of a workbook takes most of it. */
  readonly megabytes?: number;
};

const usualMegabytes = 256;
const usualStepMs = 10_000;

export type GuardedTable = Table & { readonly close: () => Promise<void> };

/**
 * Opens a file in a thread of its own with a limited memory and a limited time for each piece, so that whatever it holds
 * hurts nobody else. A file that exhausts them is refused like any other; the thread ends with the last row, the first
 * refusal, or `close`.
 */
export async function readGuarded(bytes: Uint8Array, name: string, guard: Guard): Promise<GuardedTable> {
  const input: ThreadInput = { bytes, name, limits: guard.limits ?? fileLimits };
  const worker = new Worker(guard.entry, {
    workerData: input,
    env: {},
    execArgv: [],
    resourceLimits: {
      maxOldGenerationSizeMb: guard.megabytes ?? usualMegabytes,
      // Rows live shortly: room for more of them would only be filled.
      maxYoungGenerationSizeMb: 8,
      stackSizeMb: 2,
    },
  });
  const next = listen(worker, guard.stepMs ?? usualStepMs);
  const close = async () => {
    await worker.terminate();
  };
  const first = await next().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  if (first.say !== "open") throw new FileRefusal("damaged");
  const { say: _, ...table } = first;
  return { ...table, close, pieces: readPieces(worker, next, close) };
}

async function* readPieces(
  worker: Worker,
  next: () => Promise<ThreadMessage>,
  close: () => Promise<void>,
): AsyncGenerator<readonly TableRow[]> {
  try {
    worker.postMessage("next");
    for (;;) {
      const message = await next();
      if (message.say !== "rows") return;
      // The thread reads the next piece while this one is worked on.
      worker.postMessage("next");
      const rows = unpackRows(message.rows);
      if (rows.length > 0) yield rows;
    }
  } finally {
    await close();
  }
}

/** Answers what the thread says next; its refusal, its death and its silence are thrown. */
function listen(worker: Worker, stepMs: number): () => Promise<ThreadMessage> {
  const heard: ThreadMessage[] = [];
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  worker.on("message", (message: ThreadMessage) => {
    heard.push(message);
    wake?.();
  });
  const fail = (error: Error) => {
    failure ??= error;
    wake?.();
  };
  worker.on("error", (error: NodeJS.ErrnoException) =>
    fail(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new FileRefusal("unfoldsTooFar", {}, error) : error),
  );
  worker.on("exit", () => fail(new FileRefusal("damaged")));
  return async () => {
    const timer = setTimeout(() => fail(new FileRefusal("tooSlow")), stepMs);
    try {
      while (heard.length === 0) {
        if (failure) throw failure;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      clearTimeout(timer);
    }
    const message = heard.shift();
    if (!message || message.say === "refused")
      throw new FileRefusal(message?.rule ?? "damaged", message?.params);
    return message;
  };
}
