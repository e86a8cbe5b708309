import { formatDate, type Locale } from "@lilink/i18n";
import { patentTerm, readPatentNumber } from "@lilink/model/governance";
import type { Values } from "@lilink/model/register";
import { DescriptionList, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";

const dayOf = (value: unknown) => (typeof value === "string" ? value : null);

/** When a patent ends: as its source prints it, and as the rule of its office computes it, side by side. [PT1] [PT2] */
export function TermPanel({ values, locale }: { readonly values: Values; readonly locale: Locale }) {
  const t = useTranslations("governance.patent");
  const term = patentTerm({
    office: String(values.office ?? ""),
    filedOn: dayOf(values.filedOn),
    priorityOn: dayOf(values.priorityOn),
    isPriorityProvisional:
      typeof values.isPriorityProvisional === "boolean" ? values.isPriorityProvisional : null,
    firstNonprovisionalOn: dayOf(values.firstNonprovisionalOn),
    extensionDays: typeof values.extensionDays === "number" ? values.extensionDays : null,
    hasTerminalDisclaimer: values.hasTerminalDisclaimer === true,
  });
  const printed = dayOf(values.printedExpiry);
  return (
    <Section id="term" title={t("term")}>
      <DescriptionList
        items={[
          {
            key: "printed",
            term: t("printed"),
            detail: printed ? formatDate(printed, locale) : t("notPrinted"),
          },
          {
            key: "computed",
            term: t("computed"),
            detail:
              term.expiry !== null ? (
                <>
                  {formatDate(term.expiry, locale)}
                  <span className="block text-sm text-muted">{t(`rule.${term.rule}`)}</span>
                </>
              ) : (
                t("missing", {
                  fields: term.missing.map((field) => t(`need.${field}`)).join(locale === "en" ? ", " : "、"),
                })
              ),
          },
        ]}
      />
      {printed && term.expiry && printed !== term.expiry ? (
        <p className="mt-2 text-sm text-warning">{t("differ")}</p>
      ) : null}
      {readPatentNumber(String(values.number))?.office === values.office ? null : (
        <p className="mt-2 text-sm text-warning">{t("numberForm")}</p>
      )}
      <p className="mt-2 text-xs text-muted">{t("noAdvice")}</p>
    </Section>
  );
}
