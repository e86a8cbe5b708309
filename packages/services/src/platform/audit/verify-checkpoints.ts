import type { KeyObject } from "node:crypto";
import { type Checkpoint, readPayload, type SignedHead } from "./checkpoint.ts";
import { type ChainKind, NO_HASH } from "./seal.ts";
import { isSigned, sha256Of } from "./sign.ts";

/** What is wrong and where; docs/operations.md says what each word means. */
export type Finding = {
  readonly what:
    | "edited"
    | "deleted"
    | "inserted"
    | "gap"
    | "broken"
    | "headMoved"
    | "notAsSigned"
    | "cut"
    | "neverSigned"
    | "checkpointForged"
    | "checkpointGap"
    | "checkpointBroken"
    | "checkpointMissing"
    | "checkpointReplaced"
    | "fileChanged";
  readonly kind?: ChainKind;
  readonly chain?: string;
  readonly number?: number;
  readonly entry?: string;
  readonly checkpoint?: number;
};

/** By chain and number, the hashes that were signed for it. */
export type Marks = ReadonlyMap<string, ReadonlyMap<number, readonly Mark[]>>;
type Mark = { readonly hash: string; readonly checkpoint: number };

/** Follows the checkpoints, holds them against those that were kept elsewhere, and answers what they signed. */
export function verifyCheckpoints(
  publicKey: KeyObject,
  given: {
    readonly checkpoints: readonly Checkpoint[];
    readonly kept: readonly Checkpoint[];
    readonly scope: string | null;
  },
  report: (finding: Finding) => void,
): Marks {
  const { checkpoints, kept, scope } = given;
  const marks = new Map<string, Map<number, Mark[]>>();
  const within = (heads: readonly SignedHead[]) =>
    scope === null ? heads : heads.filter(([, chain]) => chain === scope);
  let [number, prior] = [0, NO_HASH];
  for (const checkpoint of checkpoints) {
    const at = { checkpoint: checkpoint.number };
    const payload = isSigned(publicKey, checkpoint.payload, checkpoint.signature)
      ? readPayload(checkpoint)
      : null;
    if (payload?.number !== checkpoint.number) report({ what: "checkpointForged", ...at });
    else addMarks(marks, checkpoint.number, within(payload.heads));
    if (checkpoint.number !== number + 1) report({ what: "checkpointGap", ...at });
    else if (payload && payload.prior !== prior) report({ what: "checkpointBroken", ...at });
    [number, prior] = [checkpoint.number, sha256Of(checkpoint.payload)];
  }
  const present = new Map(checkpoints.map((checkpoint) => [checkpoint.number, checkpoint.payload]));
  for (const checkpoint of kept) {
    const at = { checkpoint: checkpoint.number };
    const payload = isSigned(publicKey, checkpoint.payload, checkpoint.signature)
      ? readPayload(checkpoint)
      : null;
    if (payload?.number !== checkpoint.number) {
      report({ what: "checkpointForged", ...at });
      continue;
    }
    const here = present.get(checkpoint.number);
    if (here === checkpoint.payload) continue;
    report({ what: here === undefined ? "checkpointMissing" : "checkpointReplaced", ...at });
    addMarks(marks, checkpoint.number, within(payload.heads));
  }
  return marks;
}

function addMarks(
  marks: Map<string, Map<number, Mark[]>>,
  checkpoint: number,
  heads: readonly SignedHead[],
): void {
  for (const [kind, chain, number, hash] of heads) {
    const key = `${kind} ${chain}`;
    const ofChain = marks.get(key) ?? new Map<number, Mark[]>();
    marks.set(key, ofChain.set(number, [...(ofChain.get(number) ?? []), { hash, checkpoint }]));
  }
}
