import {
  formatNumber,
  formatUnit,
  isLocale,
  joinUnit,
  type Locale,
  type RecordWords,
  recordWords,
} from "@lilink/i18n";
import type { Bilingual, Figure } from "@lilink/model/register";
import { Badge, Section } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import type { RecordItem } from "#features/record/queries.ts";
import { ownText } from "#features/record/view.ts";
import { ownHalf } from "#lib/in-locale.ts";
import { caller } from "#lib/trpc/server.ts";
import { readIndicatorGaps } from "../queries.ts";

/** All gaps as bars. */
export async function GapBars({ words }: { readonly words: RecordWords }) {
  const [t, api] = await Promise.all([getTranslations("governance.gap"), caller()]);
  const { items } = await api.gapRecord.list({ limit: 100 });
  if (items.length === 0) return null;
  return <Bars words={words} items={items} title={t("title", { count: items.length })} />;
}

/** On the page of an indicator: what is reached at home beside what is reached anywhere. Nothing where nothing was filed. */
export async function IndicatorGaps({ indicator }: { readonly indicator: string }) {
  const [t, locale] = await Promise.all([getTranslations("governance.gap"), getLocale()]);
  const items = await readIndicatorGaps(indicator);
  if (items.length === 0) return null;
  const words = recordWords("gapRecord", isLocale(locale) ? locale : "en");
  const all = <TextLink href={`/gaps?indicator=${indicator}`}>{words.title}</TextLink>;
  return (
    <Section id="frontier" title={t("frontier")} action={all}>
      <Bars words={words} items={items} title={t("title", { count: items.length })} />
    </Section>
  );
}

/** On the page of a gap: both figures as bars. Nothing where the draft has none. */
export async function GapPanel({
  words,
  publicId,
  values,
}: RecordItemPart & { readonly words: RecordWords }) {
  const t = await getTranslations("governance.gap");
  if (!values.domestic || !values.unit) return null;
  return (
    <Section id="pair" title={t("frontier")}>
      <BarList words={words} gaps={[readGap({ publicId, values })]} alone />
    </Section>
  );
}

type RecordItemPart = Pick<RecordItem, "publicId" | "values">;
type BarsProps = {
  readonly words: RecordWords;
  readonly items: readonly RecordItem[];
  readonly title: string;
};

/** So many gaps stand open; the others are one press away. */
const first = 10;

/** At home and at the frontier, the widest gap first and what nature gives last; where two figures cannot be compared, they stand apart and the reason with them. [GP1] */
async function Bars({ words, items, title }: BarsProps) {
  const t = await getTranslations("governance.gap");
  const gaps = items
    .map(readGap)
    .sort((a, b) => Number(a.isNatural) - Number(b.isNatural) || b.width - a.width);
  const rest = gaps.slice(first);
  return (
    <figure className="mb-8">
      <figcaption className="mb-3 font-medium">{title}</figcaption>
      <BarList words={words} gaps={gaps.slice(0, first)} />
      {rest.length > 0 ? (
        <details className="mt-4">
          <summary className="mb-4 cursor-pointer text-link">{t("more", { count: rest.length })}</summary>
          <BarList words={words} gaps={rest} />
        </details>
      ) : null}
    </figure>
  );
}

/** A gap as numbers. Its width is the part by which the greater exceeds the smaller, and below nothing where both cannot be set off. */
function readGap({ publicId, values }: RecordItemPart) {
  const home = Number((values.domestic as Figure | null)?.value);
  const given = (values.frontier as Figure | null)?.value;
  const away = given === undefined || given === null ? null : Number(given);
  const most = Math.max(home, away ?? 0) || 1;
  const isSetOff = values.comparison === "comparable" && away !== null;
  return {
    publicId,
    values,
    home,
    away,
    most,
    isSetOff,
    isNatural: values.isNatural === true,
    width: isSetOff ? Math.abs(home - away) / most : -1,
  };
}

type BarListProps = {
  readonly words: RecordWords;
  readonly gaps: readonly ReturnType<typeof readGap>[];
  /** On its own page a gap is not named again, and the reason stands among the facts. */
  readonly alone?: boolean;
};

/** Who is ahead, where the better direction is known. */
function aheadOf(home: number, away: number | null, better: unknown): "home" | "away" | "even" | null {
  if (away === null || (better !== "higher" && better !== "lower")) return null;
  if (home === away) return "even";
  return home > away === (better === "higher") ? "home" : "away";
}

async function BarList({ words, gaps, alone }: BarListProps) {
  const t = await getTranslations("governance.gap");
  const locale = (await getLocale()) as Locale;
  const say = (text: unknown) => (text ? ownText(text as Bilingual, locale) : "");
  return (
    <ul className={alone ? "grid" : "grid gap-x-10 gap-y-5 lg:grid-cols-2"}>
      {gaps.map(({ publicId, values, home, away, most, isSetOff, isNatural }) => {
        const scale = /^TRL\b/.test(String(values.unit));
        const unit = values.unit === "1" || scale ? "" : formatUnit(String(values.unit), locale);
        const lead = isSetOff ? aheadOf(home, away, values.better) : null;
        const bars = [
          { name: words.field("domestic"), amount: home, holder: values.domesticHolder },
          ...(away === null
            ? []
            : [{ name: words.field("frontier"), amount: away, holder: values.frontierHolder }]),
        ];
        return (
          <li key={publicId} className="flex flex-col gap-1">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              {alone ? null : <TextLink href={`/gaps/${publicId}`}>{say(values.title)}</TextLink>}
              {isSetOff ? null : <Badge>{words.choice("comparison", String(values.comparison))}</Badge>}
            </span>
            {lead === null ? null : (
              <span className="text-sm">
                {isNatural ? t("nature") : t(`ahead.${lead}`)}
                <span className="text-muted">{` · ${ownHalf(String(values.measure), locale)}${t("way", { way: String(values.better) })}`}</span>
              </span>
            )}
            {bars.map(({ name, amount, holder }, at) => (
              <span key={name} className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-2 text-sm">
                <span className="text-muted">{name}</span>
                <span className="flex flex-wrap items-center gap-x-2">
                  <span
                    aria-hidden
                    className={at === 0 ? "h-3 bg-ink/70" : "h-3 bg-edge"}
                    style={{ width: `${Math.max(1, (amount / most) * 45)}%` }}
                  />
                  <span className="whitespace-nowrap tabular-nums">
                    {scale ? "TRL " : ""}
                    {joinUnit(formatNumber(amount, locale), unit, locale)}
                  </span>
                  {holder ? (
                    <span className="text-xs text-muted">{ownHalf(String(holder), locale)}</span>
                  ) : null}
                </span>
              </span>
            ))}
            {isSetOff || alone ? null : <span className="text-xs text-muted">{say(values.reason)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
