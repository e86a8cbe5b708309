import { Worker } from "node:worker_threads";

/** What a thread answers: what it made, or the kind of error, since a message may quote what was reported. */
export type ThreadAnswer<Output> = { readonly made: Output } | { readonly failed: string };

type Task<Input, Output> = {
  readonly input: Input;
  readonly settle: (answer: ThreadAnswer<Output> | Error) => void;
};
type Make = (input: never) => unknown;

/** Something in the task itself, which another try would not mend. */
export class TaskError extends Error {
  override readonly name = "TaskError";
}

export type ThreadPool<Made extends Make> = {
  readonly run: (input: Parameters<Made>[0]) => Promise<Awaited<ReturnType<Made>>>;
  readonly close: () => Promise<void>;
};

/**
 * So many threads, each with one task at a time; the loop of the worker stays free. A thread that dies fails its task.
 * @param entry the built thread: it answers each message with one ThreadAnswer
 * @param idleMs after so long without a task a thread ends, and its memory with it
 */
export function openThreadPool<Made extends Make>(
  entry: URL,
  size: number,
  idleMs = Number.POSITIVE_INFINITY,
): ThreadPool<Made> {
  type Input = Parameters<Made>[0];
  type Output = Awaited<ReturnType<Made>>;
  const waiting: Task<Input, Output>[] = [];
  const threads = new Set<Worker>();
  const idle = new Map<Worker, NodeJS.Timeout | undefined>();
  const running = new Map<Worker, Task<Input, Output>>();

  const give = () => {
    while (waiting.length > 0) {
      const thread = wake() ?? (threads.size < size ? start() : null);
      const task = thread && waiting.shift();
      if (!task) return;
      running.set(thread, task);
      thread.postMessage(task.input);
    }
  };
  const wake = () => {
    const [found] = idle;
    if (!found) return null;
    const [thread, timer] = found;
    clearTimeout(timer);
    idle.delete(thread);
    return thread;
  };
  const rest = (thread: Worker) => {
    const end = () => void thread.terminate();
    idle.set(thread, Number.isFinite(idleMs) ? setTimeout(end, idleMs).unref() : undefined);
  };
  const finish = (thread: Worker, answer: ThreadAnswer<Output> | Error) => {
    const task = running.get(thread);
    running.delete(thread);
    task?.settle(answer);
  };
  const start = () => {
    const thread = new Worker(entry, { env: {}, execArgv: [] });
    threads.add(thread);
    thread.on("message", (answer: ThreadAnswer<Output>) => {
      rest(thread);
      finish(thread, answer);
      give();
    });
    const lose = (error: Error) => {
      threads.delete(thread);
      clearTimeout(idle.get(thread));
      idle.delete(thread);
      finish(thread, error);
      give();
    };
    thread.on("error", lose);
    thread.on("exit", () => lose(new Error("a thread ended")));
    return thread;
  };

  return {
    run: (input) =>
      new Promise((resolve, reject) => {
        const settle = (answer: ThreadAnswer<Output> | Error) => {
          if (answer instanceof Error) reject(answer);
          else if ("failed" in answer) reject(new TaskError(answer.failed));
          else resolve(answer.made);
        };
        waiting.push({ input, settle });
        give();
      }),
    close: async () => {
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}
