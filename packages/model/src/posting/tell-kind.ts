import { listClauses, type TextSpan } from "./clause.ts";
import kindWords from "./data/kind-words.json" with { type: "json" };
import { withoutQuoted } from "./quoted-mail.ts";
import type { PostingKind } from "./vocabulary.ts";

/** What a text says that it is, with the words that say so; of a mixed text the words of each kind. */
export type ToldKind =
  | { readonly kind: PostingKind; readonly quote: string }
  | { readonly kind: null; readonly quotes: readonly string[] };

type Hit = TextSpan & { readonly kind: PostingKind; readonly isEarly: boolean };

/** Words that say it wherever they stand, and words that say it only where a text begins. */
const cues = Object.entries(kindWords).flatMap(([kind, { anywhere, early }]) =>
  [...anywhere.map((words) => [words, false] as const), ...early.map((words) => [words, true] as const)].map(
    ([words, isEarly]) => ({ kind: kind as PostingKind, isEarly, pattern: new RegExp(words, "gimu") }),
  ),
);
/** How many clauses are the beginning of a text. */
const opening = 4;
const denied =
  /(?:不|勿|无需|不再|别|谢绝|未|非)\s?$|\b(?:not|no|never|don't|do not|without|nor)(?: [a-z]+)?\s*$/iu;

// What a group of a project can make is no offer of goods.
const able = /\b(?:make|produce|run|test|measure|process)\b/i;

/** Who offers asks for bids on it, and names no other goods: please quote by Friday, 请报价. */
const asksBids =
  /^(?:(?:kindly|please) (?:quote|offer|bid|submit)(?: us| (?:your|a|an) (?:[a-z]+ )?[a-z]+| prices?){0,2}(?= (?:by|before|until|not later|no later|at|per|ex|on)\b|\s*(?:[.,;!\n]|$))|请[^。；\n]{0,12}报[价一含个到](?![^。；，,\n]*\d)|请报(?![^。；，,\n]*\d))/iu;
/** A tender is a need, whatever its writer makes and could make. */
const tenders = /招标公告|公开招标|邀请招标|\binvitation to (?:tender|bid)\b/iu;
const tenderOfSale = /(?:出售|转让|处置|销售|变卖|出租)[^。；\n]{0,16}招标|招标(?:出售|转让|处置|销售)/u;
/** Who is looked for in a project, not what. */
const partnersBehind =
  /^ ?(?:(?:[a-z-]+ ){0,4}partners?\b|(?:[^。；;，,\n]{0,8})(?:合作)?(?:伙伴|合作[方者单]|参与单位|联合体))/iu;

const reachesPast = (one: TextSpan, other: TextSpan) =>
  one.start > other.start && one.start < other.end && one.end > other.end;

/** The first words of each clause that say what a text is; a project stands above what it looks for. */
function findHits(text: string): Hit[] {
  const hits = cues
    .flatMap(({ kind, isEarly, pattern }) =>
      [...text.matchAll(pattern)].map((match) => ({
        kind,
        isEarly,
        start: match.index + match[0].length - match[0].replace(/^[\s.。;；:!?！？，,、]+/u, "").length,
        end: match.index + match[0].length,
      })),
    )
    .filter(({ start }) => !denied.test(text.slice(Math.max(0, start - 16), start)))
    .sort((a, b) => a.start - b.start)
    // Who is looking for a buyer offers: the longer words count.
    .filter((hit, _, all) => !all.some((one) => one.kind !== hit.kind && reachesPast(one, hit)));
  const clauses = listClauses(text);
  return clauses.flatMap(({ start, end }, place) => {
    const own = hits.filter((hit) => hit.start >= start && hit.start < end);
    const kind = (own.find((hit) => hit.kind === "project") ?? own[0])?.kind;
    // What stands first in a clause governs it: who seeks somebody that supplies does not supply.
    const first = own.find((hit) => hit.kind === kind && (place < opening || !hit.isEarly));
    return first ? [first] : [];
  });
}

/** An offer asks for bids and a project for partners, neither of which is a need of its own; who tenders offers nothing. */
function withoutWishes(text: string, hits: readonly Hit[]): readonly Hit[] {
  const [first] = hits;
  const isProject = hits.some(({ kind }) => kind === "project");
  const isTender = first?.kind === "need" && tenders.test(text) && !tenderOfSale.test(text);
  return hits.filter(({ kind, start, end }) => {
    if (kind === "capability") return !isTender;
    if (kind !== "need") return true;
    if (isProject && partnersBehind.test(text.slice(end))) return false;
    return isTender || first?.kind !== "capability" || !asksBids.test(text.slice(start));
  });
}

/**
 * The kind that the words of a text say in so many words, or null where they say none. A text that says more than one, as an offer with a
 * wish of its own, is told as mixed: its author chooses. [PO30]
 * @example tellKind("求购碳酸锂 20 吨") // { kind: "need", quote: "求购" }
 */
export function tellKind(whole: string): ToldKind | null {
  const text = withoutQuoted(whole);
  const hits = withoutWishes(text, findHits(text));
  const [first] = hits;
  if (!first) return null;
  const quoteOf = ({ start, end }: Hit) => text.slice(start, end).trim();
  const firstOf = (kind: PostingKind) => hits.find((hit) => hit.kind === kind);
  const [need, offer, project] = [firstOf("need"), firstOf("capability"), firstOf("project")];
  const told = [need, offer, project].filter((hit) => hit !== undefined);
  // A project seeks partners and goods: what it says of itself comes first.
  const isAble = offer !== undefined && able.test(quoteOf(offer));
  const isProject =
    project !== undefined && (offer === undefined || isAble) && (project === first || isAble || !need);
  const only = isProject ? project : told.length === 1 ? first : undefined;
  return only
    ? { kind: only.kind, quote: quoteOf(only) }
    : { kind: null, quotes: told.sort((a, b) => a.start - b.start).map(quoteOf) };
}
