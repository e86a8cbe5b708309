import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { conceptsOf, readWatchItems } from "../../record/read-watch-items.ts";

/** Years back that a concept's page looks. */
const years = 2;
const most = 5;

/** What the watch on the world says of one concept: items whose text names it, the newest first, several papers of one event as one. [WA6] */
export const listConceptWatch = defineQuery({
  name: "watch.ofConcept",
  input: z.object({ concept: z.string().min(1, "required").max(80, "tooLong") }),
  authorize: { action: "record.consult" },
  run: async (ctx, { concept }) => {
    const since = new Date(ctx.now);
    since.setUTCFullYear(since.getUTCFullYear() - years);
    const found = (await readWatchItems(ctx, since)).filter(
      (row) => row.state !== "merged" && conceptsOf(row).includes(concept),
    );
    return found.slice(0, most).map(({ publicId, titleZh, titleEn, country, happenedOn, state }) => ({
      ...{ publicId, titleZh, titleEn, country, happenedOn, state },
    }));
  },
});
