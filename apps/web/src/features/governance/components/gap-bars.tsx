import { formatNumber, type RecordWords } from "@lilink/i18n";
import type { Bilingual, Figure } from "@lilink/model/register";
import { Badge } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";
import { caller } from "#lib/trpc/server.ts";

/** At home and at the frontier, bar by bar; where two figures cannot be compared, they stand apart and the reason with them. [GP1] */
export async function GapBars({ words }: { readonly words: RecordWords }) {
  const [t, locale, api] = await Promise.all([getTranslations("governance.gap"), getLocale(), caller()]);
  const { items } = await api.gapRecord.list({ limit: 100 });
  if (items.length === 0) return null;
  const say = (text: unknown) => (text ? ownText(text as Bilingual, locale) : "");
  return (
    <figure className="mb-8">
      <figcaption className="mb-3 font-medium">{t("title", { count: items.length })}</figcaption>
      <ul className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
        {items.map(({ publicId, values }) => {
          const home = Number((values.domestic as Figure | null)?.value);
          const given = (values.frontier as Figure | null)?.value;
          const away = given === undefined || given === null ? null : Number(given);
          const most = Math.max(home, away ?? 0) || 1;
          const isSetOff = values.comparison === "comparable" && away !== null;
          const unit = values.unit === "1" ? "" : ` ${String(values.unit)}`;
          const bars = [
            { name: words.field("domestic"), amount: home, holder: values.domesticHolder },
            ...(away === null
              ? []
              : [{ name: words.field("frontier"), amount: away, holder: values.frontierHolder }]),
          ];
          return (
            <li key={publicId} className="flex flex-col gap-1">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <TextLink href={`/gaps/${publicId}`}>{say(values.title)}</TextLink>
                <Badge tone={isSetOff ? "info" : "neutral"}>
                  {words.choice("comparison", String(values.comparison))}
                </Badge>
              </span>
              {bars.map(({ name, amount, holder }, at) => (
                <span key={name} className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-2 text-sm">
                  <span className="text-muted">{name}</span>
                  <span className="flex items-center gap-2">
                    <span
                      aria-hidden
                      className={at === 0 ? "h-3 bg-materials" : "h-3 bg-edge"}
                      style={{ width: `${Math.max(1, (amount / most) * 45)}%` }}
                    />
                    <span className="whitespace-nowrap tabular-nums">
                      {formatNumber(amount, locale)}
                      {unit}
                    </span>
                    {holder ? <span className="truncate text-xs text-muted">{String(holder)}</span> : null}
                  </span>
                </span>
              ))}
              {isSetOff ? null : <span className="text-xs text-muted">{say(values.reason)}</span>}
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
