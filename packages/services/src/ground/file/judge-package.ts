import type { FileExtension } from "@lilink/contract";
import { toInputError } from "@lilink/model/error";
import {
  archiveLimits,
  fetchingPart,
  growthFrom,
  macroPart,
  macroType,
  pointsOutside,
} from "@lilink/model/file";
import type { ArchiveEntry } from "./read-archive.ts";
import { type OfficePackage, readPackage } from "./read-package.ts";

const main = /\.(wordprocessingml\.document|spreadsheetml\.sheet)\.main\+xml$/;

/** What an Office file is by the types of its parts, as far as it can be read strictly; null where it is neither. [PO9] */
export function kindOfPackage(raw: Buffer): FileExtension | null {
  const found = readPackage(raw)?.types.find((type) => main.test(type));
  if (found === undefined) return null;
  return found.includes("wordprocessingml") ? "docx" : "xlsx";
}

/** A relation that is taken out of what is stored ([PO12]); where it cannot be, the file fetches like any other. */
const template = /\/attachedTemplate$/;

/**
 * Refuses an Office file that runs, fetches, or unfolds too far, by the rules for the workbooks of returns. Before it is
 * cleaned it may name a template that lies elsewhere. [FI6]
 */
export function requireTame(bytes: Uint8Array, state: "given" | "cleaned"): void {
  const office = readPackage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const rule = office ? ruleOf(office, state === "given") : "damagedFile";
  if (rule) throw toInputError([{ field: "file", rule }]);
}

/** Locked, packed in a way that nobody reads, or stored in another size than its own. */
function isOdd({ isLocked, method, size, packed }: ArchiveEntry): boolean {
  return isLocked || (method !== 8 && (method !== 0 || size !== packed.length));
}

function ruleOf({ entries, types, relations }: OfficePackage, mayHaveTemplate: boolean) {
  const unfolded = entries.reduce((sum, { size }) => sum + size, 0);
  const grows = entries.some(
    ({ size, packed }) => size > growthFrom && size > packed.length * archiveLimits.growth,
  );
  if (unfolded > archiveLimits.unfolded || grows) return "unfoldsTooFar";
  if (entries.some(isOdd)) return "damagedFile";
  const names = entries.map(({ name }) => `/${name}`);
  const runs = (type: string) => macroType.test(type);
  if (
    names.some((name) => macroPart.test(name)) ||
    types.some(runs) ||
    relations.some(({ type }) => runs(type))
  )
    return "carriesMacros";
  const fetches = relations.some(
    ({ mode, type }) => pointsOutside(mode, type) && !(mayHaveTemplate && template.test(type)),
  );
  return fetches || names.some((name) => fetchingPart.test(name)) ? "pointsOutside" : null;
}
