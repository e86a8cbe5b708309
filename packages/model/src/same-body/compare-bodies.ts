import { compareNames, type NameBar } from "./compare-names.ts";
import { type ReadName, readName } from "./read-name.ts";

/** A record of a body as far as likeness is told by it. */
export type BodyText = {
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly code?: string | null;
  readonly country?: string | null;
  readonly website?: string | null;
};

/** What speaks for one body, and what against. */
export const bodySigns = ["code", "nameZh", "nameEn", "nameAcross", "website"] as const;
export type BodySign = (typeof bodySigns)[number];
export const bodyBars = ["code", "country", "place", "number", "kind", "form"] as const;
export type BodyBar = (typeof bodyBars)[number];
export type BodyLikeness = {
  readonly score: number;
  readonly signs: readonly BodySign[];
  readonly bars: readonly BodyBar[];
};

/** From here on two records are put before an officer. Chosen on the first half of our labelled pairs. */
export const sameBodyScore = 0.7;

/**
 * How likely two records are of one body. One code is proof; two codes, two countries or two places of a group speak against it. [BD1]
 * @example compareBodies({ nameZh: "赣锋锂业", nameEn: null }, { nameZh: "江西赣锋锂业股份有限公司", nameEn: null }).score >= sameBodyScore // true
 */
export function compareBodies(a: BodyText, b: BodyText, read: ReadName = readName): BodyLikeness {
  if (a.code && a.code === b.code) return { score: 1, signs: ["code"], bars: [] };
  const likenessOfNames = (one: string | null, other: string | null): Named =>
    one && other ? compareNames(one, other, read) : null;
  const zh = likenessOfNames(a.nameZh, b.nameZh);
  const en = likenessOfNames(a.nameEn, b.nameEn);
  const across = [likenessOfNames(a.nameZh, b.nameEn), likenessOfNames(a.nameEn, b.nameZh)]
    .flatMap((one) => one ?? [])
    .toSorted((one, other) => other.score - one.score)[0];
  const hasSite = hostOf(a.website) !== null && hostOf(a.website) === hostOf(b.website);
  const bars: BodyBar[] = [];
  if (a.code && b.code) bars.push("code");
  if (a.country && b.country && a.country !== b.country) bars.push("country");
  for (const bar of barsOf(zh, en, across)) bars.push(bar);
  const names = joinScores(zh?.score, en?.score, across?.score);
  const raised = hasSite ? Math.min(1, names + 0.2) : names;
  const score = bars.length > 0 ? Math.min(raised, 0.45) : raised;
  const signs: BodySign[] = [
    ...((zh?.score ?? 0) >= sameBodyScore ? (["nameZh"] as const) : []),
    ...((en?.score ?? 0) >= sameBodyScore ? (["nameEn"] as const) : []),
    ...((across?.score ?? 0) >= sameBodyScore ? (["nameAcross"] as const) : []),
    ...(hasSite ? (["website"] as const) : []),
  ];
  return { score, signs, bars };
}

type Named = { readonly score: number; readonly bar: NameBar | null } | null;

/** The Chinese names are the registered ones of bodies in China: what bars them bars the pair. */
function barsOf(zh: Named, en: Named, across: Named | undefined): readonly NameBar[] {
  const [first] = [zh, en, across].filter((one) => one !== null && one !== undefined);
  return first?.bar ? [first.bar] : [];
}

/** Names of one language weigh more than those across languages; where both languages speak, the better one leads. */
function joinScores(zh: number | undefined, en: number | undefined, across: number | undefined): number {
  if (zh !== undefined && en !== undefined) return Math.max(0.8 * zh + 0.2 * en, 0.45 * zh + 0.55 * en);
  return zh ?? en ?? (across === undefined ? 0 : across);
}

function hostOf(website: string | null | undefined): string | null {
  if (!website || !URL.canParse(website)) return null;
  return new URL(website).host.replace(/^www\./, "");
}
