import type { Locale } from "@lilink/i18n";
import { NoticeBox, Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { ownText } from "#features/record/view.ts";
import { type IncentivePage, readIncentive } from "../queries.ts";
import { isRounded } from "../view.ts";
import { BudgetBar } from "./budget-bar.tsx";
import { ClaimForm } from "./claim-form.tsx";
import { ClaimTable } from "./claim-table.tsx";
import { RefusalBars } from "./refusal-bars.tsx";
import { TermsForm } from "./terms-form.tsx";
import { TermsTable } from "./terms-table.tsx";

/** A programme beside its record: money, refusals, terms, the way in, and claims. [IC1] [IC5] [IC6] */
export async function IncentivePanel({ id, locale }: { readonly id: string; readonly locale: Locale }) {
  const [t, found] = await Promise.all([getTranslations("incentive"), readIncentive(id)]);
  if (!found) return null;
  const { money, counts, policy, terms, claims, keeps } = found;
  return (
    <ClientMessages namespaces={["incentive", "organization"]}>
      <Section id="money" title={t("money")}>
        <BudgetBar money={money} locale={locale} />
        {isRounded(money) ? <p className="mt-2 text-xs text-muted">{t("rounded")}</p> : null}
        {counts.granted === null ? null : (
          <p className="mt-2 text-sm text-muted">
            {t("granted", { count: counts.granted })} · {t("bodies", { count: counts.bodies ?? 0 })}
          </p>
        )}
        <RefusalBars refused={counts.refused} />
        {policy ? (
          <p className="mt-4">
            {t("effect")}{" "}
            <TextLink href={`/policies/${policy.publicId}/evaluation`}>{ownText(policy, locale)}</TextLink>
          </p>
        ) : null}
      </Section>
      <Section id="terms" title={t("terms")}>
        <p className="prose-measure mb-3 text-muted">{t("termsLead")}</p>
        {terms.length === 0 ? (
          <p className="text-muted">{t("noTerms")}</p>
        ) : (
          <TermsTable terms={terms} locale={locale} />
        )}
        {keeps ? <TermsForm publicId={id} today={found.today} /> : null}
      </Section>
      {keeps ? null : (
        <Section id="claim" title={t("claim")}>
          <Way found={found} id={id} />
        </Section>
      )}
      {keeps || claims.length > 0 ? (
        <Section id="claims" title={t(keeps ? "allClaims" : "ownClaims")}>
          <ClaimTable claims={claims} keeps={keeps} claiming={found.own !== null} locale={locale} />
        </Section>
      ) : null}
    </ClientMessages>
  );
}

/** What the terms of today say of the own body, and the form. */
async function Way({ found, id }: { readonly found: IncentivePage; readonly id: string }) {
  const t = await getTranslations("incentive");
  const { own, takesClaims } = found;
  if (!takesClaims) return <p className="text-muted">{t("closed")}</p>;
  if (!own) return <p className="text-muted">{t("membersOnly")}</p>;
  if (own.terms === null) return <p className="text-muted">{t("noTerms")}</p>;
  const list = (rules: readonly (typeof own.broken)[number][]) =>
    rules.map((rule) => t(`code.${rule}`)).join(" · ");
  return (
    <>
      {own.broken.length > 0 ? (
        <NoticeBox tone="warning" className="mb-4">
          {t("notEligible", { list: list(own.broken) })}
        </NoticeBox>
      ) : own.unknown.length > 0 ? (
        <NoticeBox tone="warning" className="mb-4">
          {t("unknown", { list: list(own.unknown) })}
        </NoticeBox>
      ) : (
        <NoticeBox tone="success" className="mb-4">
          {t("eligible")}
        </NoticeBox>
      )}
      <ClaimForm publicId={id} />
    </>
  );
}
