import { concepts } from "@lilink/model/chain";
import { stancesOfProfile } from "@lilink/model/posting";
import { toPartRows } from "@lilink/services";
import pg from "pg";
import { insertRows } from "./insert-rows.ts";
import { makePosting } from "./make-posting.ts";
import { createRandom, type Random, toId, toPublicId } from "./random.ts";

export type FillOptions = {
  readonly ownerUrl: string;
  readonly postings: number;
  readonly organizations?: number;
  readonly seed: number;
  readonly now: Date;
};

type Body = { id: string; publicId: string; name: string; links: string[]; offers: string[] };

const dayMilliseconds = 86_400_000;
const batch = 500;

/** Fills an exchange with published postings of invented firms, row for row what the verbs would have stored. */
export async function fill(
  options: FillOptions,
): Promise<{ postingIds: string[]; organizationIds: string[] }> {
  const random = createRandom(options.seed);
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    const bodies = await addBodies(client, random, options);
    const postingIds: string[] = [];
    for (let from = 0; from < options.postings; from += batch) {
      const count = Math.min(batch, options.postings - from);
      const made = Array.from({ length: count }, (_, at) => {
        const age = ((options.postings - from - at) / options.postings) * 120 * dayMilliseconds;
        return makeRows(random, random.pick(bodies), new Date(options.now.getTime() - age));
      });
      await client.query("begin");
      await insertRows(
        client,
        "posting",
        made.map((one) => one.posting),
      );
      await insertRows(
        client,
        "posting_version",
        made.map((one) => one.version),
      );
      await insertRows(
        client,
        "posting_part",
        made.flatMap((one) => one.parts),
      );
      await insertRows(
        client,
        "posting_head",
        made.map((one) => one.head),
      );
      await client.query("commit");
      postingIds.push(...made.map((one) => one.posting.id));
    }
    // What autovacuum does in time.
    await client.query("vacuum analyze");
    return { postingIds, organizationIds: bodies.map((body) => body.id) };
  } finally {
    await client.end();
  }
}

function makeRows(random: Random, owner: Body, at: Date) {
  const { kind, content, levels } = makePosting(random, random.pick(concepts));
  const id = toId(random, at);
  const publicId = toPublicId(random);
  const until = new Date(at.getTime() + 365 * dayMilliseconds);
  const parts = toPartRows({
    useVersion: null,
    postingId: id,
    publicId,
    version: 1,
    organizationId: owner.id,
    kind,
    content,
    levels,
    extra: { identity: { publicId: owner.publicId, name: owner.name } },
    owner,
  });
  const base = { organizationId: owner.id, publicId, kind };
  return {
    posting: {
      ...base,
      id,
      state: "published",
      version: 1,
      liveVersion: 1,
      title: content.title,
      concept: content.concept,
      validDays: 365,
      createdAt: at,
      updatedAt: at,
      submittedAt: at,
      publishedAt: at,
      validUntil: until,
    },
    version: { postingId: id, version: 1, organizationId: owner.id, content, levels, submittedAt: at },
    parts: parts.map((part) => ({ ...part, state: "live", publishedAt: at, validUntil: until })),
    head: { ...base, postingId: id, state: "published" },
  };
}

async function addBodies(client: pg.Client, random: Random, options: FillOptions): Promise<Body[]> {
  const created = { createdAt: options.now, updatedAt: options.now };
  const bodies = Array.from({ length: options.organizations ?? 300 }, (_, at): Body => {
    const offered = random.pick(concepts);
    return {
      id: toId(random, options.now),
      publicId: toPublicId(random),
      name: `Load firm ${at + 1} (fictional)`,
      links: [offered.link],
      offers: [offered.id],
    };
  });
  await insertRows(
    client,
    "organization",
    bodies.map((body) => ({
      ...created,
      id: body.id,
      publicId: body.publicId,
      kind: "enterprise",
      status: "verified",
      nameZh: body.name,
      namePinyin: body.name.toLowerCase(),
      fictional: true,
      country: "CN",
      links: body.links,
    })),
  );
  await insertRows(
    client,
    "organization_profile",
    bodies.map((body) => ({
      organizationId: body.id,
      codeFlags: [],
      offers: body.offers,
      needs: [],
      updatedAt: options.now,
    })),
  );
  await insertRows(
    client,
    "organization_stance",
    bodies.flatMap((body) =>
      stancesOfProfile({ enterprise: true, links: body.links, offers: body.offers, needs: [] }).map(
        (key) => ({
          organizationId: body.id,
          source: "profile",
          key,
        }),
      ),
    ),
  );
  return bodies;
}
