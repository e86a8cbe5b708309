import { formatDate, type Locale, recordWords } from "@lilink/i18n";
import { shiftMonths } from "@lilink/model/calendar";
import { filingPlan, statesThat, type Values } from "@lilink/model/register";
import { DescriptionList, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";

/** Months from the first filing to the last day of a state, as the register's duties count them. [PT6] */
function monthsOf(state: "filed" | "pct"): number {
  const due = filingPlan.due?.[state];
  return due && "months" in due ? (due.months ?? 0) : 0;
}

/** What comes next of a plan to file: the day by which, and at which offices. */
export function FilingPanel({
  state,
  values,
  locale,
}: {
  readonly state: string;
  readonly values: Values;
  readonly locale: Locale;
}) {
  const t = useTranslations("governance.filing");
  if (statesThat(filingPlan, "ended").includes(state)) return null;
  const filed = typeof values.firstFiledOn === "string" ? values.firstFiledOn : null;
  const offices = (values.offices ?? []) as readonly string[];
  const words = recordWords("filingPlan", locale);
  const by = (count: number) => (filed ? formatDate(shiftMonths(filed, count), locale) : null);
  const items = [
    ...(state === "filed"
      ? [{ key: "priority", term: t("priority"), detail: by(monthsOf("filed")) ?? t("notFiled") }]
      : []),
    ...(state === "filed" || state === "pct"
      ? [{ key: "national", term: t("national"), detail: by(monthsOf("pct")) ?? t("notFiled") }]
      : []),
    {
      key: "offices",
      term: words.field("offices"),
      detail:
        offices.length > 0
          ? offices.map((one) => words.choice("offices", one)).join(locale === "en" ? ", " : "、")
          : t("noOffices"),
    },
  ];
  return (
    <Section id="next" title={t("title")}>
      {filed ? null : <p className="prose-measure mb-3">{t("unfiled")}</p>}
      <DescriptionList items={items} />
    </Section>
  );
}
