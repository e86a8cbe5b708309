import { toCsv } from "@lilink/documents";
import { createTranslator, type Locale } from "@lilink/i18n";
import { readDirectory } from "#features/organization/queries.ts";
import { provinceName } from "#features/organization/view.ts";
import { attachmentOf } from "#lib/content-disposition.ts";
import { caller } from "#lib/trpc/server.ts";

const mostPages = 50;

/** The directory as filtered, as CSV. */
export async function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const locale: Locale = query.lang === "en" ? "en" : "zh-CN";
  const t = createTranslator(locale, "organization");
  const { filters } = await readDirectory({ ...query, cursor: undefined });
  const api = await caller();
  const rows = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const answer: Awaited<ReturnType<typeof api.organization.list>> = await api.organization.list({
      ...filters,
      limit: 100,
      ...(cursor ? { cursor } : {}),
    });
    rows.push(...answer.items);
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  const head = ["id", t("new.nameZh"), t("new.nameEn"), t("list.kind"), t("list.status")];
  const csv = toCsv(
    [...head, t("list.country"), t("list.province"), t("list.link")],
    rows.map((row) => [
      row.publicId,
      row.nameZh,
      row.nameEn,
      t(`kind.${row.kind}`),
      t(`status.${row.status}`),
      row.country,
      provinceName(row.province, locale),
      row.links.join(" "),
    ]),
  );
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": attachmentOf(`${t("title")}.csv`),
      "cache-control": "private, no-store",
    },
  });
}
