import { type Locale, recordWords } from "@lilink/i18n";
import type { Bilingual, Figure } from "@lilink/model/register";
import { costCurve, type DepositType } from "@lilink/model/supply/technique";
import { PageHeader, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { RecordItem } from "#features/record/queries.ts";
import { ownText } from "#features/record/view.ts";
import { rulers, toDots } from "../view.ts";
import { CostCurve } from "./cost-curve.tsx";
import { TechniqueRuler } from "./technique-ruler.tsx";

/** Which technique suits which deposit, and what a tonne costs where: all deposits of the register in three pictures. */
export function TechniquePage({
  deposits,
  locale,
}: {
  readonly deposits: readonly RecordItem[];
  readonly locale: Locale;
}) {
  const t = useTranslations("supply.deposit");
  const words = recordWords("deposit", locale);
  const { steps, left } = costCurve(
    deposits.map(({ publicId, values, readings, sources }) => ({
      key: publicId,
      source: sources[readings.cost?.source ?? -1] ?? null,
      name: ownText(values.name as Bilingual, locale),
      isOwn: values.country === "CN",
      type: values.type as DepositType,
      cost: values.cost as Figure | null,
      capacity: values.capacity as Figure | null,
    })),
  );
  return (
    <>
      <PageHeader
        up={<TextLink href="/deposits">{words.title}</TextLink>}
        title={t("title")}
        lead={t("lead")}
      />
      {(["brine", "rock"] as const).map((kind) => (
        <Section key={kind} id={kind} title={t(`${kind}.title`)}>
          <p className="prose-measure mb-3 text-muted">{t(`${kind}.lead`)}</p>
          <TechniqueRuler
            ruler={rulers[kind]}
            dots={toDots(rulers[kind], deposits, locale)}
            locale={locale}
          />
        </Section>
      ))}
      <Section id="cost" title={t("cost")}>
        <p className="prose-measure mb-3 text-muted">{t("costLead", { left })}</p>
        <CostCurve steps={steps} typeName={(type) => words.choice("type", type)} locale={locale} />
      </Section>
      <p className="prose-measure text-sm text-muted">{t("proposal")}</p>
    </>
  );
}
