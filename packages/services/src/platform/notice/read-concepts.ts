import { introduction, postingHead } from "@lilink/db/schema";
import { inArray } from "drizzle-orm";
import { readTitles } from "../../exchange/introduction/read-titles.ts";
import type { Context } from "../../kernel/context.ts";

/** The concepts of the postings that notices are about, by the path of the notice: by them a posting is named in another language. */
export async function readConcepts(
  ctx: Context,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const under = (start: string) =>
    paths.flatMap((path) => (path.startsWith(start) ? [{ path, id: path.split("/")[2] ?? "" }] : []));
  const [postings, introductions] = [under("/postings/"), under("/introductions/")];
  const idsOf = (found: typeof postings) => found.map(({ id }) => id);
  const heads =
    postings.length === 0
      ? []
      : await ctx.db
          .select({ publicId: postingHead.publicId, id: postingHead.postingId })
          .from(postingHead)
          .where(inArray(postingHead.publicId, idsOf(postings)));
  const asked =
    introductions.length === 0
      ? []
      : await ctx.db
          .select({ publicId: introduction.publicId, id: introduction.askedPostingId })
          .from(introduction)
          .where(inArray(introduction.publicId, idsOf(introductions)));
  const about = new Map([...heads, ...asked].map(({ publicId, id }) => [publicId, id]));
  const titles = await readTitles(ctx, [...about.values()]);
  return new Map(
    [...postings, ...introductions].map(({ path, id }) => [
      path,
      titles.get(about.get(id) ?? null)?.concept ?? null,
    ]),
  );
}
