import { createHash, randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Market } from "@lilink/services";
import type { Logger } from "pino";

/** So often what changed is written; after a crash that much is analysed again, and nothing is lost. */
const EVERY_MS = 5 * 60_000;

type KeptMarket = { readonly market: Market; stop(): void };

type KeepOptions = {
  readonly dataDir: string;
  /** What reads the texts: another build reads them anew ([MT48]). */
  readonly build: string;
  readonly log: Logger;
};

/** The market as the last worker of this build left it in the data folder, and kept there again. */
export function keepMarket({ dataDir, build, log }: KeepOptions): KeptMarket {
  const file = join(dataDir, "market.bin");
  const market = new Market();
  if (market.restore(readIfAny(file), build)) log.info({ postings: market.size }, "the market was kept");
  let saved = market.changes;
  const save = () => {
    if (market.changes === saved) return;
    saved = market.changes;
    try {
      // Whole or not at all, and for nobody else's eyes: it holds what members read.
      const fresh = `${file}.${randomUUID()}`;
      writeFileSync(fresh, market.toSnapshot(build), { mode: 0o600 });
      renameSync(fresh, file);
    } catch {
      log.warn("the market could not be kept; the next worker reads it anew");
    }
  };
  const timer = setInterval(save, EVERY_MS);
  timer.unref();
  return {
    market,
    stop: () => {
      clearInterval(timer);
      save();
    },
  };
}

/** The build as one word: the bytes of the file that runs. */
export function buildOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

function readIfAny(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array(0);
  }
}
