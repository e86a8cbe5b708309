import { policyFeed } from "#features/governance/export.ts";
import { notThere, toAsked } from "#lib/define-export.ts";

export const dynamic = "force-dynamic";

/** What was published of policies, for a reader of feeds: atom, rss or json. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/feed/[format]">,
): Promise<Response> {
  const { format } = await params;
  return format === "atom" || format === "rss" || format === "json"
    ? policyFeed(toAsked(request), format)
    : notThere();
}
