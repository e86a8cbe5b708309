import { formatDate } from "@lilink/i18n";
import { termsVersion } from "@lilink/model/identity";
import { DescriptionList, PageHeader } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";

const termsParts = [
  "use",
  "truth",
  "fishing",
  "scraping",
  "confidential",
  "antitrust",
  "contract",
  "end",
] as const;
const privacyParts = ["stored", "purpose", "time", "readers", "third", "cookies", "rights"] as const;

export type LegalPageProps = {
  readonly text: "terms" | "privacy";
  /** As configured; what the operator left out is said, not hidden. */
  readonly operator: string | undefined;
  readonly contact: string | undefined;
};

/** The terms of use or the privacy notice, of the version that an account agrees to. [PE7] */
export function LegalPage({ text, operator, contact }: LegalPageProps) {
  const t = useTranslations("legal");
  const locale = useLocale();
  const who = [
    operator ? t("operator.named", { name: operator }) : t("operator.unnamed"),
    contact ? t("operator.contact", { contact }) : t("operator.noContact"),
  ];
  const parts =
    text === "terms"
      ? termsParts.map((part) => ({ key: part, term: t(`terms.${part}`), detail: t(`terms.${part}Body`) }))
      : privacyParts.map((part) => ({
          key: part,
          term: t(`privacy.${part}`),
          detail: t(`privacy.${part}Body`),
        }));
  return (
    <>
      <PageHeader title={t(`${text}.title`)} lead={t(`${text}.lead`)} />
      <DescriptionList
        items={[{ key: "operator", term: t("operator.title"), detail: who.join(" ") }, ...parts].map(
          (part) => ({
            ...part,
            detail: <p className="prose-measure">{part.detail}</p>,
          }),
        )}
      />
      <p className="mt-6 text-sm text-muted">{t("version", { day: formatDate(termsVersion, locale) })}</p>
    </>
  );
}
