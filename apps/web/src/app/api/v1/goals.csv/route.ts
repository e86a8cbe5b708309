import { handleRest } from "@lilink/api";
import { toCsv } from "@lilink/documents";
import { goalColumns } from "#features/goal/export.ts";
import { toAsked } from "#lib/define-export.ts";
import { runtime } from "#lib/runtime.ts";
import { sourceOf } from "#lib/source.ts";

export const dynamic = "force-dynamic";

/** The same goals as `/api/v1/goals`, by the same key, as CSV; what it refuses is refused in its words. */
export async function GET(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const { locale } = toAsked(request);
  url.pathname = url.pathname.replace(/\.csv$/, "");
  url.search = "";
  const answer = await handleRest(
    new Request(url, { headers: request.headers }),
    runtime().api,
    sourceOf(request.headers),
  );
  if (!answer.ok) return answer;
  const { goals } = (await answer.json()) as { goals: Parameters<ReturnType<typeof goalColumns>[0][1]>[0][] };
  const columns = goalColumns(locale);
  const body = toCsv(
    columns.map(([header]) => header),
    goals.map((goal) => columns.map(([, cell]) => cell(goal) ?? null)),
  );
  return new Response(body, {
    headers: { "content-type": "text/csv; charset=utf-8", "cache-control": "no-store" },
  });
}
