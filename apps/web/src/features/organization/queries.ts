import { organizationSearchSchema } from "@lilink/contract";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

const shownPostings = 30;
type Api = Awaited<ReturnType<typeof caller>>;

/**
 * The live postings that show the name of a body to this reader, the best match of each with the reader's own ones, and where the
 * body and its postings are.
 */
export async function readOrganizationPostings(api: Api, publicId: string, meets: boolean) {
  const [page, matches] = await Promise.all([
    api.search.postings({ organization: [publicId], limit: shownPostings }),
    meets ? api.match.withOrganization({ organization: publicId }) : [],
  ]);
  return {
    items: page.items,
    total: page.facets.total,
    matches,
  };
}
export type OrganizationPostings = Awaited<ReturnType<typeof readOrganizationPostings>>;
export type OpenPosting = OrganizationPostings["items"][number];

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Names stand in the order of the language in which they are shown. */
export function toNameOrder(locale: string): "en" | "zh" {
  return locale === "en" ? "en" : "zh";
}

/** The directory as the address asks for it; what the address garbles is left out. */
export async function readDirectory(query: Query, locale: string) {
  const given = Object.fromEntries(
    Object.entries(query).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== "",
    ),
  );
  const fields = organizationSearchSchema.omit({ limit: true, order: true }).partial();
  const filters: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name in fields.shape && fields.safeParse({ [name]: value }).success) filters[name] = value;
  }
  const order = toNameOrder(locale);
  const page = await orNotFound((await caller()).organization.list({ ...filters, order, limit: 30 }));
  return { filters, page };
}
