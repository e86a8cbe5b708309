import type { PostingFile } from "../../src/matching/index.ts";
import postings from "./postings.json" with { type: "json" };
import heldOut from "./postings-held-out.json" with { type: "json" };

/** Graded postings of invented organizations, reviewed like code: what weights are set by, and what they are only tried on. */
export const goldenFiles: readonly PostingFile[] = [postings, heldOut];
