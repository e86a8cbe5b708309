import { jobPayloads } from "@lilink/contract";
import { mail } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { wantsMail } from "@lilink/model/notice";
import { sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";

type Due = {
  readonly id: string;
  readonly email: string;
  readonly locale: string;
  readonly choice: Readonly<Record<string, boolean>>;
  readonly postings: number;
  readonly title: string;
};

/** One letter a day to each person whose postings have counterparts that it has not read of since the last letter. [NO2] */
export const sendMatchDigest = defineMutation({
  name: "match.digest",
  input: jobPayloads["match.digest"],
  authorize: { action: "match.digest" },
  run: async (ctx) => {
    const { rows } = await ctx.db.execute<Due>(sql`
      select p.id, p.email, p.locale, p.notice_choice as choice, count(distinct n.params ->> 'title')::int as postings,
        (array_agg(n.params ->> 'title' order by n.created_at desc))[1] as title
      from notice n
      join person p on p.id = n.person_id and p.disabled_at is null
      join membership m on m.person_id = n.person_id and m.organization_id = n.organization_id and m.active
      where n.kind = 'match.found' and n.read_at is null
        and n.created_at > ${new Date(ctx.now.getTime() - 7 * 86_400_000).toISOString()}::timestamptz
        and n.created_at > coalesce((select max(l.created_at) from mail l where l.person_id = p.id and l.kind = 'match.digest'), '-infinity')
      group by p.id`);
    const wanted = rows.filter(
      ({ choice }) => wantsMail("match.digest", choice) && !wantsMail("match.found", choice),
    );
    if (wanted.length > 0) {
      const letters = wanted.map(({ id, email, locale, postings, title }) => ({
        id: ctx.newId(),
        personId: id,
        address: email,
        locale,
        kind: "match.digest",
        params: { title, count: String(postings) },
        path: "/desk",
        causeKey: toShanghaiDate(ctx.now),
        nextAt: ctx.now,
        createdAt: ctx.now,
      }));
      await ctx.db.insert(mail).values(letters).onConflictDoNothing();
      await ctx.enqueue("mail.send", {});
    }
    return { letters: wanted.length };
  },
  audit: () => null,
});
