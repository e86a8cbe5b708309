import { formatNumber, formatShare, formatUnit, joinUnit, type Locale } from "@lilink/i18n";
import { type Bilingual, type Figure, planProducts } from "@lilink/model/register";
import { Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";
import { caller } from "#lib/trpc/server.ts";

/** What was planned and what came, as two bars for each line; what came is read from the files of trade. [IP1] */
export async function PlanBars({ locale }: { readonly locale: Locale }) {
  const [t, api] = await Promise.all([getTranslations("supply"), caller()]);
  const { items } = await api.importPlan.list({ limit: 100 });
  if (items.length === 0) return null;
  return (
    <figure className="mb-8">
      <figcaption className="mb-3 font-medium">{t("plan")}</figcaption>
      <Plans items={items} locale={locale} />
    </figure>
  );
}

/** On the page of a plan: what of it came. [IP1] */
export async function PlanPanel({ publicId, values, locale }: Plan & { readonly locale: Locale }) {
  const t = await getTranslations("supply");
  if (!values.product || !values.year || !values.planned) return null;
  return (
    <Section id="came" title={t("plan")}>
      <Plans items={[{ publicId, values }]} locale={locale} alone />
    </Section>
  );
}

type Plan = { readonly publicId: string; readonly values: Readonly<Record<string, unknown>> };
type PlansProps = { readonly items: readonly Plan[]; readonly locale: Locale; readonly alone?: boolean };

async function Plans({ items, locale, alone }: PlansProps) {
  const [t, api] = await Promise.all([getTranslations("supply"), caller()]);
  const asked = new Map(items.map(({ values }) => [keyOf(values), values]));
  const came = new Map(
    await Promise.all(
      [...asked].map(async ([key, { product, year }]) => {
        const known = planProducts.find((one) => one === product);
        const window =
          known && (await api.supply.load({ product: known, span: "year", period: String(year) })).latest;
        return [
          key,
          window ? new Map(window.sources.map(({ source, amount }) => [source, amount])) : null,
        ] as const;
      }),
    ),
  );
  const rows = items.map(({ publicId, values }) => ({
    publicId,
    title: ownText(values.title as Bilingual, locale),
    planned: Number((values.planned as Figure | null)?.value ?? 0),
    actual: came.get(keyOf(values))?.get(String(values.country)) ?? (came.get(keyOf(values)) ? 0 : null),
  }));
  const most = Math.max(1, ...rows.flatMap(({ planned, actual }) => [planned, actual ?? 0]));
  // As the table below counts them.
  const number = (value: number) =>
    joinUnit(
      formatNumber(Number((value / 1000).toPrecision(4)), locale),
      `${formatUnit("kt", locale)} LCE`,
      locale,
    );
  return (
    <ul className={alone ? "grid gap-y-5" : "grid gap-x-10 gap-y-5 lg:grid-cols-2"}>
      {rows.map(({ publicId, title, planned, actual }) => (
        <li key={publicId} className="flex flex-col gap-1">
          <span className="flex flex-wrap items-baseline justify-between gap-x-3">
            {alone ? null : <TextLink href={`/import-plans/${publicId}`}>{title}</TextLink>}
            {actual !== null && planned > 0 ? (
              <span className="text-sm text-muted tabular-nums">
                {t("reached", { share: formatShare(actual / planned, locale) })}
              </span>
            ) : null}
          </span>
          <Bar name={t("planned")} share={planned / most} text={number(planned)} tone="bg-edge" />
          <Bar
            name={t("came")}
            share={(actual ?? 0) / most}
            text={actual === null ? t("unknown") : number(actual)}
            tone="bg-resource"
          />
        </li>
      ))}
    </ul>
  );
}

const keyOf = ({ product, year }: Readonly<Record<string, unknown>>) => `${product} ${year}`;

type BarProps = {
  readonly name: string;
  readonly share: number;
  readonly text: string;
  readonly tone: string;
};

function Bar({ name, share, text, tone }: BarProps) {
  return (
    <span className="grid grid-cols-[8rem_minmax(0,1fr)] items-center gap-2 text-sm">
      <span className="text-muted">{name}</span>
      <span className="flex items-center gap-2">
        <span aria-hidden className={`h-3 ${tone}`} style={{ width: `${Math.max(1, share * 60)}%` }} />
        <span className="whitespace-nowrap tabular-nums">{text}</span>
      </span>
    </span>
  );
}
