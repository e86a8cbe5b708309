import type { KeyObject } from "node:crypto";
import type { Checkpoint } from "./checkpoint.ts";
import type { LinkedEntry } from "./read-links.ts";
import { type ChainKind, chainKinds, type Link, NO_HASH, sealOf } from "./seal.ts";
import { type Finding, type Marks, verifyCheckpoints } from "./verify-checkpoints.ts";

/** Where chains are read from: a database or an exported file. */
export type AuditSource = {
  readonly links: (kind: ChainKind) => AsyncIterable<LinkedEntry>;
  readonly unlinked: (kind: ChainKind) => Promise<readonly string[]>;
  readonly heads: () => Promise<readonly Omit<Link, "entryId" | "prior">[]>;
  readonly checkpoints: () => Promise<readonly Checkpoint[]>;
  /** The one organization whose chains are there, or null for all. */
  readonly scope: string | null;
};

export type AuditReport = {
  readonly entries: Readonly<Record<ChainKind, number>>;
  readonly chains: number;
  readonly checkpoints: number;
  /** Entries after the last checkpoint of their chain: linked, but not signed yet. */
  readonly unsigned: number;
  readonly findings: number;
  /** The first of them. */
  readonly found: readonly Finding[];
};

const MOST_SHOWN = 100;

type End = { number: number; hash: string };

/** Follows every chain from its first entry to its last and holds it against what was signed ([AU7]). */
export async function verifyAudit(
  source: AuditSource,
  { publicKey, kept = [] }: { publicKey: KeyObject; kept?: readonly Checkpoint[] },
): Promise<AuditReport> {
  const found: Finding[] = [];
  let findings = 0;
  const report = (finding: Finding) => {
    findings += 1;
    if (found.length < MOST_SHOWN) found.push(finding);
  };
  const checkpoints = await source.checkpoints();
  const marks = verifyCheckpoints(publicKey, { checkpoints, kept, scope: source.scope }, report);
  const entries = { audit: 0, disclosure: 0 };
  const ends = new Map<string, End>();
  for (const kind of chainKinds) {
    for await (const entry of source.links(kind)) {
      if (entry.form) entries[kind] += 1;
      followLink(entry, ends, marks, report);
    }
    for (const id of await source.unlinked(kind)) {
      entries[kind] += 1;
      report({ what: "inserted", kind, entry: id });
    }
  }
  const unsigned = compareEnds(await source.heads(), ends, marks, report);
  if (ends.size > 0 && checkpoints.length + kept.length === 0) report({ what: "neverSigned" });
  return { entries, chains: ends.size, checkpoints: checkpoints.length, unsigned, findings, found };
}

function followLink(
  { link, form }: LinkedEntry,
  ends: Map<string, End>,
  marks: Marks,
  report: (finding: Finding) => void,
): void {
  const { kind, chain, number } = link;
  const place = { kind, chain, number, entry: link.entryId };
  const key = `${kind} ${chain}`;
  const before = ends.get(key) ?? { number: 0, hash: NO_HASH };
  if (number !== before.number + 1) report({ what: "gap", ...place });
  else if (link.prior !== before.hash) report({ what: "broken", ...place });
  if (!form) report({ what: "deleted", ...place });
  else if (form[0] !== link.entryId || sealOf(link, form) !== link.hash) report({ what: "edited", ...place });
  for (const mark of marks.get(key)?.get(number) ?? []) {
    if (mark.hash !== link.hash) report({ what: "notAsSigned", ...place, checkpoint: mark.checkpoint });
  }
  ends.set(key, { number, hash: link.hash });
}

function compareEnds(
  heads: readonly Omit<Link, "entryId" | "prior">[],
  ends: ReadonlyMap<string, End>,
  marks: Marks,
  report: (finding: Finding) => void,
): number {
  let unsigned = 0;
  const open = new Map(heads.map((head) => [`${head.kind} ${head.chain}`, head]));
  for (const key of new Set([...open.keys(), ...ends.keys(), ...marks.keys()])) {
    const [kind, chain] = key.split(" ") as [ChainKind, string];
    const end = ends.get(key) ?? { number: 0, hash: NO_HASH };
    const head = open.get(key) ?? { number: 0, hash: NO_HASH };
    if (head.number !== end.number || head.hash !== end.hash) {
      report({ what: "headMoved", kind, chain, number: head.number });
    }
    const signed = [...(marks.get(key) ?? [])];
    for (const [number, [mark]] of signed) {
      if (mark && number > end.number)
        report({ what: "cut", kind, chain, number, checkpoint: mark.checkpoint });
    }
    unsigned += Math.max(0, end.number - signed.reduce((most, [number]) => Math.max(most, number), 0));
  }
  return unsigned;
}
