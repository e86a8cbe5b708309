import { createHash, randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import {
  call,
  createPosting,
  type Kernel,
  saveDraft,
  submitPosting,
  uploadAttachment,
} from "@lilink/services";
import type { Author } from "./open-exchange.ts";

/** A step that was acknowledged, or begun and never answered. Times are of the one clock of this machine. */
export type Written = {
  readonly step: "create" | "upload" | "save" | "submit";
  readonly mark: string;
  readonly begun: number;
  readonly acknowledged: number;
  readonly sha256?: string;
};

export type Load = {
  readonly written: readonly Written[];
  /** Throws what a writer was refused with, if one was. */
  readonly requireGoing: () => void;
  readonly stop: () => Promise<void>;
};

const WRITERS = 4;
const BREATH_MS = 40;

const contentOf = (title: string, attachments: readonly string[]) => ({
  ...{ concept: "li2co3-batt", language: "en", title, summary: `${title}, written under load.` },
  figures: [{ attribute: "purity", op: ">=", value: "99.5", unit: "mass %", hard: true }],
  volume: { amount: "1200", unit: "t/a", from: "2027-01-01", to: "2027-12-31" },
  ...{ region: "36", trl: 9, maturity: "bulk", cooperation: ["supply"], internalNote: "own", attachments },
});

/** Writers who post, attach a file, save and send in, until they are stopped or the database is gone. */
export function startLoad(app: Kernel, authors: readonly Author[]): Load {
  const written: Written[] = [];
  let writing = true;
  const note = async <T>(step: Written["step"], mark: string, run: () => Promise<T>, sha256?: string) => {
    const begun = Date.now();
    const result = await run();
    written.push({ step, mark, begun, acknowledged: Date.now(), ...(sha256 ? { sha256 } : {}) });
    return result;
  };
  const write = async (writer: number) => {
    for (let turn = 0; writing; turn += 1) {
      const author = authors[(writer + turn) % authors.length];
      if (author === undefined) throw new Error("nobody writes");
      const mark = `drill-${writer}-${turn}`;
      const { publicId } = await note("create", mark, () =>
        call(app, author, createPosting, { kind: "capability", content: contentOf(mark, []) }),
      );
      const bytes = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(2000)]);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const { file } = await note(
        "upload",
        mark,
        () =>
          call(app, author, uploadAttachment, {
            ...{ home: { kind: "posting", publicId }, name: `${mark}.pdf`, bytes: new Uint8Array(bytes) },
          }),
        sha256,
      );
      const content = contentOf(mark, [file.publicId]);
      await note("save", mark, () =>
        call(app, author, saveDraft, { publicId, revision: 0, content, levels: {} }),
      );
      await note("submit", mark, () => call(app, author, submitPosting, { publicId }));
      await pause(BREATH_MS);
    }
  };
  // While all is well nobody is refused: a writer who stops by himself would make an empty drill.
  let refused: unknown;
  const writers = Array.from({ length: WRITERS }, (_, writer) =>
    write(writer).catch((error: unknown) => {
      refused ??= error;
    }),
  );
  return {
    written,
    requireGoing: () => {
      if (refused) throw refused;
    },
    stop: async () => {
      writing = false;
      await Promise.all(writers);
    },
  };
}
