import type { Database, Principal } from "@lilink/db";
import { introduction, type outbox, posting } from "@lilink/db/schema";
import type { PostingContent, PostingKind } from "@lilink/model/posting";
import { and, eq } from "drizzle-orm";
import { endIntroduction } from "../../exchange/introduction/close.ts";
import { closePosting } from "../../exchange/posting/close-posting.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import demo from "./data/answers.json" with { type: "json" };
import { type DemoIntroduction, seedIntroductions } from "./seed-introductions.ts";

type Ids = { readonly id: string; readonly publicId: string };
type Posted = { readonly by: string; readonly kind: PostingKind; readonly content: PostingContent };

const dayMilliseconds = 86_400_000;
const [publishedAgo, closedAgo] = [25, 2];
/** Once the market of the first start is worked out, which the report looks at. */
const learnAfterMilliseconds = 60_000;

/**
 * A round that is over: ten bodies had samples tested, and each answered the one who offered to. Their pairs are alike, so
 * that the engine has voices enough to propose a version ([MT46]); what was posted for it is closed again.
 */
export async function seedAnswers(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => Principal,
  publish: (one: Posted, daysAgo: number) => Promise<Ids>,
): Promise<void> {
  const posted = new Map<string, Ids & { readonly by: string }>();
  const post = async ({ by, kind, content }: { by: string; kind: PostingKind; content: object }) => {
    const full = content as PostingContent;
    posted.set(full.title, { by, ...(await publish({ by, kind, content: full }, publishedAgo)) });
  };
  for (const { by, title } of demo.offers)
    await post({ by, kind: "capability", content: { ...demo.offer, title } });
  for (const { by, title } of demo.answers)
    await post({ by, kind: "need", content: { ...demo.need, title } });
  const idsOf = (title: string) => {
    const ids = posted.get(title);
    if (!ids) throw new Error(`the demo has no posting ${title}`);
    return ids;
  };
  await seedIntroductions(owner, app, principalOf, idsOf, demo.answers.map(toIntroduction));
  const then: Kernel = { ...app, clock: () => new Date(app.clock().getTime() - closedAgo * dayMilliseconds) };
  for (const { by, id, publicId } of posted.values()) {
    const accepted = await owner
      .select({ publicId: introduction.publicId, state: introduction.state })
      .from(introduction)
      .where(eq(introduction.askedPostingId, id));
    for (const one of accepted.filter(({ state }) => state === "accepted"))
      await call(then, principalOf(by), endIntroduction, { publicId: one.publicId });
    if ((await owner.$count(posting, and(eq(posting.id, id), eq(posting.state, "published")))) > 0)
      await call(then, principalOf(by), closePosting, { publicId });
  }
}

/** The engine learns soon after the first start, as it does each month; a later start asks for nothing. */
export function learnSoon(app: Kernel): typeof outbox.$inferInsert {
  return {
    id: app.newId(),
    name: "engine.learn",
    payload: {},
    runAt: new Date(app.clock().getTime() + learnAfterMilliseconds),
    createdAt: app.clock(),
  };
}

/** One request every second day: who offers asks nobody else before the last one has answered. */
function toIntroduction(one: (typeof demo.answers)[number], at: number): DemoIntroduction {
  const offer = demo.offers.find(({ by }) => by === one.from);
  return {
    asking: { by: one.from, title: offer?.title ?? "" },
    asked: { by: one.by, title: one.title },
    daysAgo: publishedAgo - 1 - 2 * at,
    aim: "quote",
    message: demo.message,
    answer: one.yes
      ? { state: "accepted", note: null }
      : { state: "declined", reason: "figures", note: null },
    messages: [],
    ledger: [],
  };
}
