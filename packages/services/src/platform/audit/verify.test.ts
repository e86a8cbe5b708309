import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Checkpoint, makeCheckpoint, type SignedHead } from "./checkpoint.ts";
import type { LinkedEntry } from "./read-links.ts";
import { type ChainKind, COVERED, type EntryForm, NO_HASH, sealOf } from "./seal.ts";
import { makeSigner, readPublicKey } from "./sign.ts";
import { type AuditSource, verifyAudit } from "./verify.ts";

type Kept = {
  links: LinkedEntry[];
  heads: { kind: ChainKind; chain: string; number: number; hash: string }[];
  checkpoints: Checkpoint[];
};

const signer = makeSigner();
const publicKey = readPublicKey(signer.publicKey);
const day = new Date("2026-11-24T02:00:00Z");
const chains = [randomUUID(), randomUUID()].sort();

function seal(
  entries: readonly { kind: ChainKind; chain: string; form: EntryForm }[],
): Omit<Kept, "checkpoints"> {
  const links: LinkedEntry[] = [];
  const heads = new Map<string, Kept["heads"][number]>();
  for (const { kind, chain, form } of entries) {
    const head = heads.get(kind + chain) ?? { kind, chain, number: 0, hash: NO_HASH };
    const link = { kind, chain, number: head.number + 1, prior: head.hash, entryId: form[0] ?? "" };
    const hash = sealOf(link, form);
    links.push({ link: { ...link, hash }, form });
    heads.set(kind + chain, { kind, chain, number: link.number, hash });
  }
  return { links, heads: [...heads.values()] };
}

const toHead = ({ kind, chain, number, hash }: Kept["heads"][number]): SignedHead => [
  kind,
  chain,
  number,
  hash,
];

/** Twelve entries a chain, of texts that look like one another, signed after the first half and at the end. */
const keptArbitrary = fc
  .array(fc.constantFrom(null, "", "-", "1:a,", "锂", "x"), { minLength: 9, maxLength: 9 })
  .map((texts): Kept => {
    const entries = (["audit", "disclosure"] as const).flatMap((kind) =>
      chains.flatMap((chain) =>
        Array.from({ length: 6 }, (_, turn) => ({
          kind,
          chain,
          form: [
            randomUUID(),
            ...COVERED[kind].slice(1).map((_column, at) => texts[(at + turn) % 9] ?? null),
          ],
        })),
      ),
    );
    const half = seal(entries.filter((_, at) => at % 6 < 3));
    const whole = seal(entries);
    const first = makeCheckpoint(signer, null, day, half.heads.map(toHead));
    return { ...whole, checkpoints: [first, makeCheckpoint(signer, first, day, whole.heads.map(toHead))] };
  });

function toSource({ links, heads, checkpoints }: Kept): AuditSource {
  return {
    links: async function* (kind) {
      yield* links
        .filter(({ link }) => link.kind === kind)
        .sort((a, b) => a.link.chain.localeCompare(b.link.chain) || a.link.number - b.link.number);
    },
    unlinked: async () => [],
    heads: async () => heads,
    checkpoints: async () => checkpoints,
    scope: null,
  };
}

const verify = (kept: Kept, elsewhere: readonly Checkpoint[] = []) =>
  verifyAudit(toSource(kept), { publicKey, kept: elsewhere });
const place = fc.nat(23);

it("[AU7] finds nothing where nothing was changed", async () => {
  await fc.assert(
    fc.asyncProperty(keptArbitrary, async (kept) => {
      expect(await verify(kept, kept.checkpoints)).toMatchObject({
        findings: 0,
        unsigned: 0,
        chains: 4,
        checkpoints: 2,
      });
    }),
    { numRuns: 10 },
  );
});

it("[AU7] finds any single change of any column of any entry, and of any part of its link", async () => {
  await fc.assert(
    fc.asyncProperty(keptArbitrary, place, fc.nat(13), fc.string(), async (kept, at, part, text) => {
      const { link, form } = kept.links[at] as LinkedEntry;
      const changed = [...(form ?? [])];
      const names = ["hash", "prior", "entryId"] as const;
      const name = names[part - changed.length];
      if (name === undefined)
        changed[part % changed.length] = changed[part % changed.length] === text ? `${text}.` : text;
      const links = kept.links.with(at, {
        form: changed,
        link: name === undefined ? link : { ...link, [name]: `${link[name]}0` },
      });
      expect((await verify({ ...kept, links })).findings).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});

it("[AU7] finds an entry that is gone, and two that changed places", async () => {
  await fc.assert(
    fc.asyncProperty(keptArbitrary, place, place, async (kept, a, b) => {
      const gone = { ...kept, links: kept.links.toSpliced(a, 1) };
      expect((await verify(gone)).findings).toBeGreaterThan(0);
      const [first, second] = [kept.links[a] as LinkedEntry, kept.links[b] as LinkedEntry];
      if (a === b) return;
      const swapped = kept.links
        .with(a, { link: first.link, form: second.form })
        .with(b, { link: second.link, form: first.form });
      expect((await verify({ ...kept, links: swapped })).findings).toBeGreaterThan(0);
    }),
    { numRuns: 30 },
  );
});

it("[AU7] finds a cut tail and a chain that was rebuilt in its own order, with its heads", async () => {
  await fc.assert(
    fc.asyncProperty(keptArbitrary, fc.integer({ min: 1, max: 6 }), async (kept, cut) => {
      const entries = kept.links.map(({ link: { kind, chain }, form }) => ({
        kind,
        chain,
        form: form ?? [],
      }));
      const { checkpoints } = kept;
      const shorter = { ...seal(entries.slice(0, -cut)), checkpoints };
      expect((await verify(shorter)).found.map(({ what }) => what)).toContain("cut");
      const rebuilt = {
        ...seal(
          entries.with(23 - cut, {
            ...(entries[0] as (typeof entries)[0]),
            kind: "disclosure",
            chain: chains[1] as string,
          }),
        ),
        checkpoints,
      };
      expect((await verify(rebuilt)).found.map(({ what }) => what)).toContain("notAsSigned");
      // With the checkpoints built anew too, only the key and the copies elsewhere tell.
      const forger = makeSigner();
      const forged = {
        ...rebuilt,
        checkpoints: [makeCheckpoint(forger, null, day, rebuilt.heads.map(toHead))],
      };
      expect((await verify(forged)).found.map(({ what }) => what)).toContain("checkpointForged");
      const silent = { ...shorter, checkpoints: checkpoints.slice(0, 1) };
      expect((await verify(silent, checkpoints)).found.map(({ what }) => what)).toContain(
        "checkpointMissing",
      );
      const none = { ...rebuilt, checkpoints: [] };
      expect((await verify(none)).found).toEqual([{ what: "neverSigned" }]);
    }),
    { numRuns: 20 },
  );
});

it("[AU6] finds a checkpoint that was changed, removed or made to follow another", async () => {
  const [kept] = fc.sample(keptArbitrary, 1) as [Kept];
  const [first, second] = kept.checkpoints as [Checkpoint, Checkpoint];
  const whatOf = async (checkpoints: Checkpoint[], elsewhere: Checkpoint[] = []) =>
    (await verify({ ...kept, checkpoints }, elsewhere)).found.map(({ what }) => what);
  expect(await whatOf([first, { ...second, payload: second.payload.replace("audit", "audit ") }])).toContain(
    "checkpointForged",
  );
  expect(await whatOf([second])).toContain("checkpointGap");
  expect(await whatOf([first, makeCheckpoint(signer, { ...first, payload: "{}" }, day, [])])).toContain(
    "checkpointBroken",
  );
  expect(await whatOf([first, makeCheckpoint(signer, first, day, [])], [first, second])).toContain(
    "checkpointReplaced",
  );
});
