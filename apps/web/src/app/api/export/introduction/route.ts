import { createTranslator, defaultLocale, isLocale, toDay } from "@lilink/i18n";
import { toIntroductionFilter } from "#features/introduction/queries.ts";
import { organizationName } from "#features/organization/view.ts";
import { answerTable, type Table } from "#lib/answer-table.ts";
import { runtime } from "#lib/runtime.ts";
import { caller } from "#lib/trpc/server.ts";

/** So many rows at most; who needs more narrows the filter. */
const mostRows = 2000;

/** The inbox of an address as a table, read by the same verb as the page. */
export function GET(request: Request): Promise<Response> {
  return answerTable(request, () => readTable(request));
}

async function readTable(request: Request): Promise<Table> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const locale = params.locale && isLocale(params.locale) ? params.locale : defaultLocale;
  const t = createTranslator(locale, "introduction");
  const api = await caller();
  const { publicUrl } = runtime().config;
  const { cursor: _first, ...filter } = toIntroductionFilter(params);
  const rows: (string | null)[][] = [];
  for (let cursor: string | null | undefined; cursor !== null && rows.length < mostRows; ) {
    const page = await api.introduction.list({ ...filter, limit: 100, ...(cursor ? { cursor } : {}) });
    for (const { asked, side, other, aim, state, sentAt, dueAt, publicId } of page.items) {
      rows.push([
        asked?.title ?? null,
        t(`side.${side}`),
        other ? organizationName(other, locale) : null,
        t(`aim.${aim as "quote"}`),
        t(`state.${state}`),
        toDay(sentAt),
        toDay(dueAt),
        `${publicUrl}/introductions/${publicId}`,
      ]);
    }
    cursor = page.nextCursor;
  }
  const head = (["posting", "side", "other", "aim", "state", "sent", "due", "address"] as const).map((name) =>
    t(`list.${name}`),
  );
  return { name: t("title"), head, rows };
}
