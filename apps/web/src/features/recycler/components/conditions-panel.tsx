import { chooseSet } from "@lilink/engine/dated-rules";
import type { Locale } from "@lilink/i18n";
import { formatDate } from "@lilink/i18n";
import { factsOfClaim, judgeRecovery, recoverySets } from "@lilink/model/recovery";
import type { Values } from "@lilink/model/register";
import { Badge, DataTable, Section, type Tone } from "@lilink/ui";
import { useTranslations } from "next-intl";

const tones = {
  met: "success",
  not_met: "danger",
  unknown: "warning",
  not_applicable: "neutral",
  incomplete: "warning",
} as const satisfies Record<string, Tone>;

/** A share of mass as people read it; anything above one is an amount. */
function show(value: unknown): string {
  const number = Number(value);
  return number > 0 && number <= 1 ? `${Number((number * 100).toPrecision(6))}\u00a0%` : String(value);
}

/** A declaration of conformity judged by the set in force, clause by clause; what it leaves empty is unknown. [TR71] */
export function ConditionsPanel({
  values,
  on,
  locale,
}: {
  readonly values: Values;
  readonly on: string;
  readonly locale: Locale;
}) {
  const t = useTranslations("recycler.conditions");
  const facts = factsOfClaim(values);
  const set = chooseSet(recoverySets, on);
  const judged = judgeRecovery(facts, on);
  if (values.qualification !== "recycling")
    return (
      <Section id="conditions" title={t("title")}>
        <p className="text-sm text-muted">{t("none")}</p>
      </Section>
    );
  // Whoever does not read the figures hears no verdict on them.
  if (!set || !judged || Object.keys(facts).length === 0) return null;
  const nameOf = (title: (typeof set)["title"] | undefined) =>
    title === undefined
      ? ""
      : typeof title === "string"
        ? title
        : (title[locale === "en" ? "en" : "zh"] ?? "");
  const rows = judged.rules.map((rule) => {
    const entry = set.rules.find(({ id }) => id === rule.id);
    const limit = entry && "operator" in entry ? `${entry.operator} ${show(entry.value)}` : "";
    const fact = entry && "fact" in entry ? facts[entry.fact] : undefined;
    return { ...rule, name: nameOf(entry?.title), limit, stated: fact === undefined ? "" : show(fact) };
  });
  const overall = judged.verdict;
  return (
    <Section id="conditions" title={t("title")} action={<Badge tone={tones[overall]}>{t(overall)}</Badge>}>
      <p className="mb-2 text-sm text-muted">
        {t("lead", {
          set: nameOf(set.title),
          date: formatDate(on, locale),
          reading: t(`reading.${set.reading}`),
        })}
      </p>
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: "condition", label: t("condition"), lead: true, cell: ({ name }) => name },
          {
            key: "limit",
            label: t("limit"),
            align: "end",
            className: "whitespace-nowrap",
            cell: ({ limit }) => limit.replace(">=", "≥").replace("<=", "≤"),
          },
          { key: "stated", label: t("stated"), align: "end", cell: ({ stated }) => stated },
          {
            key: "verdict",
            label: t("verdict"),
            speaks: true,
            cell: ({ verdict }) => <Badge tone={tones[verdict]}>{t(verdict)}</Badge>,
          },
        ]}
      />
    </Section>
  );
}
