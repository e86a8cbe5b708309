import { type Page, type PostingSearch, postingSearchSchema, searchSorts } from "@lilink/contract";
import type { RateClass } from "@lilink/contract/config";
import * as shape from "@lilink/contract/rest";
import type { LinkId } from "@lilink/model/chain";
import {
  mergeParts,
  type PostingFigure,
  type PostingKind,
  type PostingPartFields,
  pickKeyFigures,
} from "@lilink/model/posting";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { type CubeCell, countFacets, countLive, type FacetCounts } from "./count-facets.ts";
import { type Cursor, readCursor, toCursor } from "./cursor.ts";
import { isPlain, toAfter, toBase, toColumnFilter, toOrder, toPlace } from "./find-hits.ts";
import { createHitMarker, type Marked, toldTexts } from "./mark-hits.ts";
import { correctWords, rankWords } from "./rank-words.ts";
import { type AskedConcept, type AskedFigure, readConcepts } from "./read-query.ts";
import { readerScope, type SearchScope } from "./scope.ts";
import { answerFigure, type FigureAnswer } from "./weigh-figure.ts";

/** A posting in a list: what the reader may read of it at the levels of everyone and of members. */
export type PostingListItem = {
  readonly publicId: string;
  readonly kind: PostingKind;
  readonly link: LinkId;
  readonly concept: string;
  readonly language: string;
  readonly publishedAt: Date | null;
  readonly validUntil: Date | null;
  readonly fields: Pick<
    PostingPartFields,
    "title" | "summary" | "volume" | "region" | "maturity" | "trl" | "cooperation" | "ipStatus" | "identity"
  >;
  /** Of the figures that the reader may read at those levels the first few, firm ones first; what is hidden from rivals stays on the posting. */
  readonly keyFigures: readonly PostingFigure[];
};

export type PostingPage = Page<PostingListItem> & {
  readonly facets: FacetCounts;
  readonly sort: Cursor["by"];
  /** The figures in the text that put postings first and need not occur, as they stand there ([SE8]). */
  readonly figures: readonly AskedFigure[];
  /** The names of the chain in the text. */
  readonly named: readonly AskedConcept[];
  /** By public id, the words of each posting that answer the text; empty without a text ([SE14]). */
  readonly marked: Readonly<Record<string, Marked>>;
  /** By public id, how each posting answers the figures that are asked for; empty where none is. */
  readonly answered: Readonly<Record<string, readonly FigureAnswer[]>>;
  /** What a text that finds nothing may have meant ([SE15]). */
  readonly meant: string | null;
  /** The text asks for what cannot be found: it leaves no term, or a word of it does not ([SE9]). */
  readonly isLost: boolean;
};

type Hit = { public_id: string; place: string | null };
type ItemRow = Omit<PostingListItem, "publishedAt" | "validUntil" | "keyFigures"> & {
  readonly publishedAt: string | null;
  readonly validUntil: string | null;
};
const listed = [
  "title",
  "summary",
  "volume",
  "region",
  "maturity",
  "trl",
  "cooperation",
  "ipStatus",
  "identity",
] as const;

// As the ranking reads it: half width, and superscripts as plain digits.
const asksFigure = (q: string) => /\p{N}/u.test(q.normalize("NFKC"));

/** A search for a figure is a probe: many of them, each a little narrower, find what a posting hides ([RA4]). */
function rateOfSearch(input: unknown): RateClass {
  const { q, cursor } = (input ?? {}) as { readonly q?: unknown; readonly cursor?: unknown };
  return cursor === undefined && typeof q === "string" && asksFigure(q) ? "probe" : "search";
}

/** Live postings by text and facets, in the order that is asked for, with the counts of the facets ([SE1]–[SE5], [SE8]). */
export const searchPostings = defineQuery({
  name: "search.postings",
  input: postingSearchSchema,
  rate: rateOfSearch,
  rest: {
    tag: "postings",
    method: "GET",
    path: "/postings",
    open: true,
    output: shape.pageOf(shape.postingItem).extend({ facets: shape.facetCounts, sort: z.enum(searchSorts) }),
  },
  authorize: { action: "search.browse" },
  run: async (ctx, input): Promise<PostingPage> => {
    const { hits, items, facets, by, figures, isLost } = await findPage(ctx, input);
    const shown = hits.slice(0, input.limit);
    const last = shown.at(-1);
    const readings = toReadings(shown, items);
    const text = input.q.trim() !== "";
    const mark = text ? createHitMarker(input.q) : null;
    const asked = figures.flatMap(({ figure }) => figure ?? []);
    return {
      items: readings.map(({ fields, ...item }) => ({
        ...item,
        fields: pickListed(fields),
        keyFigures: pickKeyFigures(fields.figures),
      })),
      nextCursor:
        hits.length > input.limit && last?.place
          ? toCursor({ by, value: last.place, id: last.public_id })
          : null,
      facets,
      sort: by,
      figures,
      named: text ? readConcepts(input.q) : [],
      marked: mark
        ? Object.fromEntries(readings.map(({ publicId, fields }) => [publicId, mark(fields)]))
        : {},
      answered:
        asked.length === 0
          ? {}
          : Object.fromEntries(
              readings.map(({ publicId, fields }) => [
                publicId,
                asked.map((one) => answerFigure(one, fields.figures ?? [])),
              ]),
            ),
      meant: text && facets.total === 0 ? await correctWords(ctx, input.q) : null,
      isLost,
    };
  },
});

async function findPage(ctx: Context, input: PostingSearch) {
  const scope = readerScope(ctx.now);
  const plain = isPlain(input);
  const { base, ranked, figures, isLost } = toBase(input, scope, await rankWords(ctx, input.q));
  const by = input.sort && input.sort !== "best" ? input.sort : ranked ? "best" : "newest";
  const cursor = readCursor(input.cursor, by);
  const page = (from: SQL, alias: string, where: SQL) => sql`page as (
    select ${sql.identifier(alias)}.posting_id, ${sql.identifier(alias)}.public_id,
      ${toPlace(by, alias)} as place
    from ${from} where ${where} and ${toColumnFilter(input, alias)} and ${toAfter(cursor, alias)}
    order by ${toOrder(by, alias)} limit ${sql.raw(String(input.limit + 1))})`;
  const found = sql`(select coalesce(json_agg(page), '[]') from page) as hits,
    (select coalesce(json_agg(item), '[]') from (${itemsOf(scope, [...listed, "figures", ...(ranked ? toldTexts : [])])}) item) as items`;
  const statement = plain
    ? sql`with ${page(sql`posting_part e`, "e", sql`${scope("e")} and e.level = 'everyone' and not e.walled`)}
        select ${found}, app.live_counts() as cube`
    : sql`with ${base}, ${page(sql`base b`, "b", sql`true`)},
        cube as (select kind, link, concept, count(*) as n from base group by kind, link, concept)
        select ${found},
          (select coalesce(json_agg(json_build_array(kind, link, concept, n)), '[]') from cube) as cube`;
  const { rows } = await ctx.db.execute<{ hits: Hit[]; items: ItemRow[]; cube: CubeCell[] | string }>(
    statement,
  );
  const { hits = [], items = [], cube = [] } = rows[0] ?? {};
  return {
    hits,
    items,
    facets: typeof cube === "string" ? countLive(cube, input) : countFacets(cube, input),
    by,
    figures,
    isLost,
  } as const;
}

/** What is listed of each part of the postings of the page that the reader may read, widest level first. */
function itemsOf(scope: SearchScope, fields: readonly string[]): SQL {
  const pairs = [...new Set(fields)].map((field) => sql.raw(`'${field}', i.fields -> '${field}'`));
  return sql`select i.public_id as "publicId", i.kind, i.link, i.concept, i.language, i.published_at as "publishedAt",
      i.valid_until as "validUntil", json_strip_nulls(json_build_object(${sql.join(pairs, sql`, `)})) as fields
    from posting_part i where i.posting_id in (select posting_id from page) and ${scope("i")} order by i.level`;
}

type Reading = Omit<PostingListItem, "fields" | "keyFigures"> & { readonly fields: PostingPartFields };

/** Merges the parts of each hit; the order of the hits is kept. */
function toReadings(hits: readonly Hit[], parts: readonly ItemRow[]): Reading[] {
  const dateOf = (text: string | null) => (text === null ? null : new Date(text));
  return hits.flatMap((hit) => {
    const own = parts.filter((part) => part.publicId === hit.public_id);
    const [first] = own;
    if (!first) return [];
    const dates = { publishedAt: dateOf(first.publishedAt), validUntil: dateOf(first.validUntil) };
    return [{ ...first, ...dates, fields: mergeParts(own) }];
  });
}

function pickListed(fields: PostingPartFields): PostingListItem["fields"] {
  return Object.fromEntries(listed.flatMap((key) => (key in fields ? [[key, fields[key]]] : [])));
}
