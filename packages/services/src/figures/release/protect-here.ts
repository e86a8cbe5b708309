import { loadSolver, releaseTable } from "@lilink/engine/disclosure";
import type { Protect } from "./make-figures.ts";

/** Protects a table in the thread that asks, which does nothing else meanwhile. */
export const protectHere: Protect = async (input) => releaseTable(await loadSolver(), input);
