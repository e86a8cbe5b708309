import type { PostingFile } from "../../src/matching/index.ts";
import engineer from "./hands/engineer.json" with { type: "json" };
import professor from "./hands/professor.json" with { type: "json" };
import purchaser from "./hands/purchaser.json" with { type: "json" };
import postings from "./postings.json" with { type: "json" };
import heldOut from "./postings-held-out.json" with { type: "json" };

/** Graded postings of invented organizations, reviewed like code: what weights are set by, and what they are only tried on. */
export const goldenFiles: readonly PostingFile[] = [postings, heldOut];

/** Graded postings in the words of other hands, by role: titles and bodies, no concept and no figure; see hands/README.md. */
export const handFiles: Readonly<Record<string, PostingFile>> = { engineer, professor, purchaser };
