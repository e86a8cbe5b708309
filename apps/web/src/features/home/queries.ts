import { formatDate, type Locale } from "@lilink/i18n";
import { concepts, linkIds, stages } from "@lilink/model/chain";
import { addCounts } from "#features/chain/view.ts";
import { conceptName, figuresText, isOtherLanguage, madeTitle } from "#features/posting/view.ts";
import { caller } from "#lib/trpc/server.ts";
import type { StageCount } from "./components/chain-layout.ts";
import type { PostingTeaser } from "./view.ts";

/** What stands open at each stage of the chain. */
export async function readChainCounts(): Promise<StageCount[]> {
  const { counts } = await (await caller()).chain.overview();
  const stageOf = new Map(concepts.map(({ id, stage }) => [id, stage]));
  return stages.map((stage) => {
    const sum = addCounts(counts.filter(({ concept }) => stageOf.get(concept) === stage.id));
    return { stage, ...sum, total: sum.capabilities + sum.needs + sum.projects };
  });
}

const looked = 50;

/** The newest posting of each link of the chain: most are among the newest of all, the rest are asked for. */
export async function readTeasers(locale: Locale): Promise<PostingTeaser[]> {
  const api = await caller();
  const { items, facets } = await api.search.postings({ limit: looked });
  const newest = await Promise.all(
    linkIds.map(async (link) => {
      const found = items.find((item) => item.link === link);
      if (found || !facets.link[link]) return found;
      return (await api.search.postings({ link: [link], limit: 1 })).items[0];
    }),
  );
  return newest.flatMap((item) =>
    item
      ? [
          {
            publicId: item.publicId,
            title: item.fields.title ?? "",
            made: isOtherLanguage(item.language, locale)
              ? madeTitle(item.concept, item.keyFigures, locale)
              : null,
            figures: figuresText(item.keyFigures, locale),
            kind: item.kind,
            link: item.link,
            concept: conceptName(item.concept, locale),
            publishedOn: item.publishedAt ? formatDate(item.publishedAt, locale) : "",
            others: (facets.link[item.link] ?? 1) - 1,
          },
        ]
      : [],
  );
}
