import { createHash } from "node:crypto";
import { type PageReader, writeAnswer } from "@lilink/api";

type Verb = Parameters<PageReader>[0];
export type PageRead = { readonly verb: Verb; readonly input: unknown };
export type AnsweredRead = PageRead & { readonly output: unknown };

/** What one request for a page reads, as it reads it. */
export type PageLook = {
  /** The same reader, which notes what it read; what is known already is not read again. */
  readonly through: (reader: PageReader) => PageReader;
  /** All that was read; null where a read failed, nothing was read, or the page is not to be kept. */
  readonly reads: () => readonly AnsweredRead[] | null;
  /** Of a page that also shows what was read as somebody else: it is drawn anew each time. */
  readonly leaveOut: () => void;
};

const KEY = Symbol.for("lilink.looks");
const store = globalThis as typeof globalThis & { [KEY]?: Map<string, PageLook> };
store[KEY] ??= new Map();

/** The looks under way, by the id of their request. On globalThis: a bundler gives each entry of a process a copy of this module. */
export const looks: Map<string, PageLook> = store[KEY];

export function createLook(known: readonly AnsweredRead[] = []): PageLook {
  const waiting = new Map(known.map((one) => [nameOf(one), one.output]));
  const reads = new Map<string, AnsweredRead>();
  let failed = false;
  const through = (reader: PageReader) => async (verb: Verb, input: unknown) => {
    const name = nameOf({ verb, input });
    try {
      const output: unknown = waiting.has(name) ? waiting.get(name) : await reader(verb, input);
      reads.set(name, { verb, input, output });
      return output;
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  return {
    through: (reader) => through(reader) as PageReader,
    leaveOut: () => {
      failed = true;
    },
    reads: () => (failed || reads.size === 0 ? null : [...reads.values()]),
  };
}

function nameOf({ verb, input }: PageRead): string {
  return `${verb.name} ${JSON.stringify(writeAnswer(input))}`;
}

/** Two answers of one digest are the same answer, dates and absent fields included. */
export function digestOf(output: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(writeAnswer(output)) ?? "")
    .digest("base64");
}
