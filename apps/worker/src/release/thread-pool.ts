import { Worker } from "node:worker_threads";
import type { Protect } from "@lilink/services";

type Answer = { readonly release: Awaited<ReturnType<Protect>> } | { readonly failed: string };
type Task = {
  readonly input: Parameters<Protect>[0];
  readonly settle: (answer: Answer | Error) => void;
};

/** Something in the tables themselves, which another try would not mend. */
export class ProtectError extends Error {
  override readonly name = "ProtectError";
}

export type ThreadPool = { readonly protect: Protect; readonly close: () => Promise<void> };

/**
 * So many threads, each with one table at a time; the loop of the worker stays free. A thread that dies fails its table.
 * @param entry the built `protect-thread.ts`
 */
export function openThreadPool(entry: URL, size: number): ThreadPool {
  const waiting: Task[] = [];
  const threads = new Set<Worker>();
  const idle: Worker[] = [];
  const running = new Map<Worker, Task>();

  const give = () => {
    while (waiting.length > 0) {
      const thread = idle.pop() ?? (threads.size < size ? start() : null);
      const task = thread && waiting.shift();
      if (!task) return;
      running.set(thread, task);
      thread.postMessage(task.input);
    }
  };
  const finish = (thread: Worker, answer: Answer | Error) => {
    const task = running.get(thread);
    running.delete(thread);
    task?.settle(answer);
  };
  const start = () => {
    const thread = new Worker(entry, { env: {}, execArgv: [] });
    threads.add(thread);
    thread.on("message", (answer: Answer) => {
      finish(thread, answer);
      idle.push(thread);
      give();
    });
    const lose = (error: Error) => {
      threads.delete(thread);
      const at = idle.indexOf(thread);
      if (at >= 0) idle.splice(at, 1);
      finish(thread, error);
      give();
    };
    thread.on("error", lose);
    thread.on("exit", () => lose(new Error("a thread ended")));
    return thread;
  };

  return {
    protect: (input) =>
      new Promise((resolve, reject) => {
        const settle = (answer: Answer | Error) => {
          if (answer instanceof Error) reject(answer);
          else if ("failed" in answer) reject(new ProtectError(answer.failed));
          else resolve(answer.release);
        };
        waiting.push({ input, settle });
        give();
      }),
    close: async () => {
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}
