import type { Locale } from "@lilink/i18n";
import { Badge } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";
import { readCalls } from "../queries.ts";
import { dayText, money, phaseTone, windowWord } from "../view.ts";

/** Every call with its phase and how much of its budget is committed. */
export async function CallBars({ locale }: { readonly locale: Locale }) {
  const [t, calls] = await Promise.all([getTranslations("fund"), readCalls()]);
  if (calls.length === 0) return null;
  const most = Math.max(1, ...calls.map(({ budget }) => budget));
  return (
    <figure className="mb-8">
      <figcaption className="mb-3">
        <span className="font-medium">{t("call.picture")}</span>
        <span className="block text-sm text-muted">{t("call.bars")}</span>
      </figcaption>
      <ul className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
        {calls.map(({ publicId, titleZh, titleEn, phase, opensOn, closesOn, budget, committed }) => (
          <li key={publicId} className="flex min-w-0 flex-col gap-1">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
              <TextLink href={`/fund-calls/${publicId}`}>
                {ownText({ zh: titleZh, en: titleEn }, locale)}
              </TextLink>
              <span className="flex items-baseline gap-2 text-sm text-muted">
                <Badge tone={phaseTone[phase]}>{t(`phase.${phase}`)}</Badge>
                <span>
                  {t(`call.days.${windowWord[phase]}`, {
                    from: dayText(opensOn, locale),
                    until: dayText(closesOn, locale),
                  })}
                </span>
              </span>
            </span>
            <span aria-hidden className="flex h-3 bg-sunken" style={{ width: `${(budget / most) * 100}%` }}>
              <span
                className="h-3 bg-chain"
                style={{ width: `${(committed / Math.max(1, budget)) * 100}%` }}
              />
            </span>
            <span className="text-sm text-muted tabular-nums">
              {t(committed > 0 ? "call.committedOf" : "call.nothingYet", {
                committed: money(committed, locale),
                budget: money(budget, locale),
              })}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
