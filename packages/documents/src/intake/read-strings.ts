import { FileRefusal } from "@lilink/model/file";
import { fromCellText } from "../workbook/escape-xml.ts";
import type { Archive } from "./check-archive.ts";
import type { FileLimits } from "./limit.ts";
import { readWholeXml } from "./read-xml.ts";

/** Gathers the text of one string item, runs of rich text joined; what stands above characters to read them by is left out. */
export function createTextGatherer() {
  let text = "";
  let within = false;
  let phonetic = false;
  return {
    open: (name: string) => {
      if (name === "rPh") phonetic = true;
      within = name === "t" && !phonetic;
    },
    close: (name: string) => {
      if (name === "rPh") phonetic = false;
      if (name === "t") within = false;
    },
    text: (piece: string) => {
      if (within) text += piece;
    },
    take: () => {
      const taken = fromCellText(text);
      text = "";
      return taken;
    },
  };
}

/** The texts that cells point at by number. Held in memory, hence limited. */
export async function readStrings(
  archive: Archive,
  part: string | null,
  limits: FileLimits,
): Promise<readonly string[]> {
  if (part === null) return [];
  if ((archive.entries.get(part.toLowerCase())?.uncompressedSize ?? 0) > limits.strings)
    throw new FileRefusal("unfoldsTooFar");
  const strings: string[] = [];
  const gatherer = createTextGatherer();
  await readWholeXml(archive, part, {
    ...gatherer,
    close: (name) => {
      gatherer.close(name);
      if (name === "si") strings.push(gatherer.take());
    },
  });
  return strings;
}
