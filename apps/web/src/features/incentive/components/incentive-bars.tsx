import type { Locale } from "@lilink/i18n";
import { Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";
import { readIncentives } from "../queries.ts";
import { isRounded } from "../view.ts";
import { BudgetBar } from "./budget-bar.tsx";

/** Every programme, or those of one policy, with its budget and what was granted. [IC5] [IC6] */
export async function IncentiveBars({
  locale,
  policy,
}: {
  readonly locale: Locale;
  readonly policy?: string;
}) {
  const [t, programmes] = await Promise.all([getTranslations("incentive"), readIncentives(policy)]);
  if (programmes.length === 0) return null;
  const bars = (
    <figure className="mb-8">
      {policy ? null : <figcaption className="mb-3 font-medium">{t("picture")}</figcaption>}
      <ul className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        {programmes.map(({ publicId, titleZh, titleEn, money, counts }) => (
          <li key={publicId} className="flex min-w-0 flex-col gap-2">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <TextLink href={`/incentives/${publicId}`}>
                {ownText({ zh: titleZh, en: titleEn }, locale)}
              </TextLink>
              {counts.granted === null ? null : (
                <span className="text-sm text-muted">{t("granted", { count: counts.granted })}</span>
              )}
            </span>
            <BudgetBar money={money} locale={locale} />
          </li>
        ))}
      </ul>
      {programmes.some(({ money }) => isRounded(money)) ? (
        <p className="mt-3 text-xs text-muted">{t("rounded")}</p>
      ) : null}
      {policy ? <p className="mt-3 text-sm text-muted">{t("ofPolicyNote")}</p> : null}
    </figure>
  );
  return policy ? (
    <Section id="incentives" title={t("ofPolicy")}>
      {bars}
    </Section>
  ) : (
    bars
  );
}
