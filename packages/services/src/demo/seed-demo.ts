import type { ActorClaim, Database } from "@lilink/db";
import { person } from "@lilink/db/schema";
import type { LevelChoice, PostingContent, PostingKind } from "@lilink/model/posting";
import { eq } from "drizzle-orm";
import { call } from "../kernel/call.ts";
import type { Kernel } from "../kernel/context.ts";
import { createPosting } from "../posting/create-posting.ts";
import { publishPosting } from "../posting/decide-review.ts";
import { submitPosting } from "../posting/submit-posting.ts";
import cast from "./data/cast.json" with { type: "json" };
import demo from "./data/postings.json" with { type: "json" };
import { seedIntroductions } from "./seed-introductions.ts";
import { type DemoPerson, seedPeople } from "./seed-people.ts";

type DemoPosting = {
  readonly by: string;
  readonly kind: PostingKind;
  readonly state: "draft" | "in_review" | "published";
  readonly content: PostingContent;
  readonly levels: LevelChoice;
};

const dayMilliseconds = 86_400_000;

/**
 * Fills an empty exchange with invented bodies and their postings, through the same verbs that people use.
 * Answers the people, or null where the demo is already there.
 */
export async function seedDemo(given: {
  readonly owner: Database;
  readonly app: Kernel;
  readonly passwordOf: (email: string) => string;
}): Promise<DemoPerson[] | null> {
  const { owner, app } = given;
  const first = cast.people[0]?.email ?? "";
  const known = await owner.select({ id: person.id }).from(person).where(eq(person.email, first));
  if (known.length > 0) return null;
  const people = await seedPeople(owner, app, given.passwordOf);
  const claimOf = (email: string): ActorClaim => {
    const one = people.find((candidate) => candidate.email === email);
    if (!one) throw new Error(`the demo names no person ${email}`);
    return { kind: "member", personId: one.personId, organizationId: one.organizationId };
  };
  const postings = demo.postings as DemoPosting[];
  const start = app.clock().getTime();
  const publicIds = new Map<string, string>();
  for (const [index, posting] of postings.entries()) {
    // The oldest are a month and a half old, so that introductions between them have had time to happen.
    const age = posting.state === "published" ? 26 + (20 * (postings.length - index)) / postings.length : 1;
    const then: Kernel = { ...app, clock: () => new Date(start - age * dayMilliseconds) };
    const publicId = await bringToState(then, posting, claimOf(posting.by), claimOf("officer@group.example"));
    publicIds.set(posting.content.title, publicId);
  }
  await seedIntroductions(app, claimOf, (title) => {
    const publicId = publicIds.get(title);
    if (!publicId) throw new Error(`the demo has no posting ${title}`);
    return publicId;
  });
  return people;
}

async function bringToState(
  app: Kernel,
  posting: DemoPosting,
  author: ActorClaim,
  officer: ActorClaim,
): Promise<string> {
  const { publicId } = await call(app, author, createPosting, {
    kind: posting.kind,
    content: { ...posting.content },
    levels: posting.levels,
    validDays: 300,
  });
  if (posting.state === "draft") return publicId;
  await call(app, author, submitPosting, { publicId });
  if (posting.state === "published") await call(app, officer, publishPosting, { publicId });
  return publicId;
}
