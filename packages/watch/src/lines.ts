import { writeSync } from "node:fs";

/** Where the lines of a log go: whole lines, at once. */
export type Lines = { readonly write: (line: string) => void };

const TRIES = 50;

/**
 * Writes to a descriptor and never stops the process for it: while the disk is full, lines are dropped and counted, and the
 * first that is written again is told how many went before it ([OB5]).
 */
export function openLines(
  descriptor = 1,
  write: (descriptor: number, bytes: Uint8Array) => number = writeSync,
): Lines {
  let dropped = 0;
  let torn = false;
  const put = (bytes: Uint8Array): number => {
    for (let tries = 1; ; tries += 1) {
      try {
        return write(descriptor, bytes);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EAGAIN" || tries === TRIES) return 0;
      }
    }
  };
  const putAll = (text: string): boolean => {
    const bytes = Buffer.from(text);
    let done = 0;
    while (done < bytes.length) {
      const n = put(bytes.subarray(done));
      if (n === 0) break;
      done += n;
    }
    if (done > 0) torn = done < bytes.length;
    return done === bytes.length;
  };
  return {
    write: (line) => {
      const lead = torn ? "\n" : "";
      const note =
        dropped > 0
          ? `${JSON.stringify({ level: 40, time: Date.now(), dropped, msg: "lines were dropped" })}\n`
          : "";
      if (putAll(lead + note + line)) dropped = 0;
      else dropped += 1;
    },
  };
}
