import { formatDate, type Locale } from "@lilink/i18n";
import { concepts, type LinkId, linkIds, stages } from "@lilink/model/chain";
import { addCounts } from "#features/chain/view.ts";
import { conceptName, figuresText, madeTitle } from "#features/posting/view.ts";
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

/** The newest posting of each link of the chain. */
export async function readTeasers(locale: Locale): Promise<PostingTeaser[]> {
  const api = await caller();
  const isOther = (language: string) => (language === "en") !== (locale === "en");
  const newest = await Promise.all(
    linkIds.map(async (link: LinkId) => {
      const { items, facets } = await api.search.postings({ link: [link], limit: 1 });
      return items.map((item) => ({
        publicId: item.publicId,
        title: item.fields.title ?? "",
        made: isOther(item.language) ? madeTitle(item.concept, item.keyFigures, locale) : null,
        figures: figuresText(item.keyFigures, locale),
        kind: item.kind,
        link: item.link,
        concept: conceptName(item.concept, locale),
        publishedOn: item.publishedAt ? formatDate(item.publishedAt, locale) : "",
        others: facets.total - 1,
      }));
    }),
  );
  return newest.flat();
}
