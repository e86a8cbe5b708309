import { formatNumber, type Locale, type RecordWords } from "@lilink/i18n";
import { type Bilingual, type Figure, planProducts } from "@lilink/model/register";
import { DataTable } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";
import { caller } from "#lib/trpc/server.ts";

/** What was planned and what came, line by line; what came is read from the files of trade. [IP1] */
export async function PlanBars({ words, locale }: { readonly words: RecordWords; readonly locale: Locale }) {
  const [t, api] = await Promise.all([getTranslations("supply"), caller()]);
  const { items } = await api.importPlan.list({ limit: 100 });
  if (items.length === 0) return null;
  const asked = [...new Set(items.map(({ values }) => `${values.product} ${values.year}`))];
  const came = new Map<string, ReadonlyMap<string, number> | null>();
  for (const one of asked) {
    const [name, year = ""] = one.split(" ");
    const product = planProducts.find((known) => known === name);
    if (!product) continue;
    const { latest } = await api.supply.load({ product, span: "year", period: year });
    came.set(one, latest && new Map(latest.sources.map(({ source, amount }) => [source, amount])));
  }
  const rows = items.map(({ publicId, values }) => {
    const planned = Number((values.planned as Figure | null)?.value ?? 0);
    const year = came.get(`${values.product} ${values.year}`);
    const actual = year ? (year.get(String(values.country)) ?? 0) : null;
    return { publicId, title: ownText(values.title as Bilingual, locale), planned, actual };
  });
  const number = (value: number) => formatNumber(Math.round(value), locale);
  return (
    <div className="mb-8">
      <DataTable
        caption={t("plan")}
        rows={rows}
        rowKey={({ publicId }) => publicId}
        columns={[
          {
            key: "title",
            label: words.field("title"),
            cell: ({ publicId, title }) => <TextLink href={`/import-plans/${publicId}`}>{title}</TextLink>,
          },
          { key: "planned", label: t("planned"), align: "end", cell: ({ planned }) => number(planned) },
          {
            key: "came",
            label: t("came"),
            align: "end",
            cell: ({ actual }) => (actual === null ? t("unknown") : number(actual)),
          },
          {
            key: "gap",
            label: t("gap"),
            align: "end",
            cell: ({ planned, actual }) =>
              actual === null ? "–" : `${actual >= planned ? "+" : "−"}${number(Math.abs(actual - planned))}`,
          },
          {
            key: "bar",
            label: t("reached"),
            cell: ({ planned, actual }) =>
              actual === null || planned === 0 ? "" : <Reached share={actual / planned} />,
          },
        ]}
      />
    </div>
  );
}

/** A bar up to the plan; what is beyond it is written. */
function Reached({ share }: { readonly share: number }) {
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="block h-2 w-28 bg-sunken">
        <span
          className={share >= 1 ? "block h-2 bg-success" : "block h-2 bg-warning"}
          style={{ width: `${Math.min(100, share * 100)}%` }}
        />
      </span>
      <span className="tabular-nums">{`${Math.round(share * 100)} %`}</span>
    </span>
  );
}
