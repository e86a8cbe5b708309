import type { IncomingMessage } from "node:http";

/** How long the beginning of a body may take, and how many bytes a second must follow. */
export type ArrivalLimits = { readonly milliseconds: number; readonly bytesPerSecond: number };
export const arrivalLimits: ArrivalLimits = { milliseconds: 10_000, bytesPerSecond: 32 * 1024 };

const longestPause = 500;

/**
 * Calls when the body of a request is here whole, or so much of it that the rest comes only when it is read; closes the
 * connection of whoever is too slow for that. So nobody takes a place among those who are served by sending byte by byte ([OB7]).
 */
export function whenArrived(
  request: IncomingMessage,
  { milliseconds }: ArrivalLimits,
  then: (isWhole: boolean) => void,
): void {
  const { "content-length": length, "transfer-encoding": coding } = request.headers;
  if (length === undefined && coding === undefined) {
    then(true);
    return;
  }
  const end = performance.now() + milliseconds;
  let pause = 5;
  const look = () => {
    if (request.destroyed) return;
    if (request.complete) then(true);
    else if (request.readableLength >= request.readableHighWaterMark) then(false);
    else if (performance.now() > end) request.destroy();
    else {
      setTimeout(look, pause);
      pause = Math.min(2 * pause, longestPause);
    }
  };
  // What came with the head is read in this turn.
  setImmediate(look);
}

/** Closes the connection when the rest of a body does not come in time; call what is answered when the request is over. */
export function awaitRest(request: IncomingMessage, limits: ArrivalLimits): () => void {
  if (request.complete) return () => undefined;
  const bytes = Number(request.headers["content-length"] ?? 0);
  const late = setTimeout(
    () => {
      if (!request.complete) request.destroy();
    },
    limits.milliseconds + (bytes / limits.bytesPerSecond) * 1000,
  );
  return () => clearTimeout(late);
}
