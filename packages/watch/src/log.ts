import { type Logger, pino } from "pino";
import { toErrorNote } from "./error-note.ts";
import { openLines } from "./lines.ts";
import { requestIdNow } from "./request-id.ts";
import { traceIdNow } from "./trace.ts";

const SECRET = ["password", "cookie", "authorization", "token", "secret", "code", "key"];

/**
 * The operator's log of a process: one JSON object a line. Of an error it holds kind and place, for a message may quote what
 * people wrote; what is named like a secret never gets there ([OB4]).
 */
export function createLog(process: string, level: string, lines = openLines()): Logger {
  const log: Logger = pino(
    {
      level,
      base: { process },
      hooks: {
        // An error by itself would lend its message to the line.
        logMethod: ([first, ...rest], method) =>
          first instanceof Error
            ? method.apply(log, [{ err: first }, String(rest[0] ?? "an error")])
            : method.apply(log, [first, ...rest] as Parameters<typeof method>),
      },
      serializers: { err: toErrorNote },
      mixin: () => {
        const [request, trace] = [requestIdNow(), traceIdNow()];
        return { ...(request === undefined ? {} : { request }), ...(trace === undefined ? {} : { trace }) };
      },
      redact: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    },
    lines,
  );
  return log;
}

type Level = "info" | "warn" | "error";

/** What others print goes to the log as well, so that every line is JSON; of an error its kind and place. */
export function takeConsole(
  log: Logger,
  target: Pick<Console, "log" | "info" | "warn" | "error" | "debug"> = console,
): void {
  const to =
    (level: Level) =>
    (...given: readonly unknown[]) => {
      const errors = given.filter((one) => one instanceof Error).map(toErrorNote);
      const words = given
        .filter((one) => typeof one === "string")
        .join(" ")
        .trim();
      log[level](errors[0] ?? {}, words.slice(0, 500) || "printed");
    };
  Object.assign(target, {
    log: to("info"),
    info: to("info"),
    debug: to("info"),
    warn: to("warn"),
    error: to("error"),
  });
}
