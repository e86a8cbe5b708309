import { formatChance, formatDate } from "@lilink/i18n";
import { Badge, DataTable, EmptyState, type Tone } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import type { Residual } from "../queries.ts";
import { energyLine, percent } from "../view.ts";

type Test = Residual["tests"][number];

const tones = {
  recode: "recycling",
  return_to_use: "success",
  test_again: "warning",
} as const satisfies Record<string, Tone>;

/** Tests with what they are a share of, and what the gate says to them. */
export function TestTable({ tests }: { readonly tests: readonly Test[] }) {
  const t = useTranslations("residual");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("tests.title")}
      rows={tests}
      rowKey={({ publicId }) => publicId}
      empty={
        <EmptyState
          title={t("tests.none")}
          body={t("tests.noneBody")}
          action={<ButtonLink href="#book">{t("labs.book")}</ButtonLink>}
        />
      }
      columns={[
        {
          key: "code",
          label: t("tests.code"),
          lead: true,
          cell: ({ code, method }) => (
            <>
              <span className="font-mono text-sm whitespace-nowrap">{code}</span>
              <span className="block text-sm text-muted">{t(`method.${method as "fast"}`)}</span>
            </>
          ),
        },
        {
          key: "on",
          label: t("tests.on"),
          className: "whitespace-nowrap",
          cell: ({ testedOn }) => formatDate(testedOn, locale),
        },
        {
          key: "energy",
          label: t("tests.energy"),
          align: "end",
          className: "whitespace-nowrap",
          cell: (test) => energyLine(test),
        },
        {
          key: "capacity",
          label: t("tests.capacity"),
          align: "end",
          cell: ({ capacityShare }) => (capacityShare === null ? "" : percent(capacityShare)),
        },
        {
          key: "over",
          label: t("tests.over"),
          cell: ({ denominator }) => t(`denominator.${denominator}`),
        },
        {
          key: "resistance",
          label: t("tests.resistance"),
          align: "end",
          cell: ({ resistance }) => resistance ?? "",
        },
        {
          key: "cost",
          label: t("tests.cost"),
          className: "whitespace-nowrap",
          cell: ({ cost, minutes }) =>
            cost === null || minutes === null ? "" : t("tests.costLine", { cost, minutes }),
        },
        {
          key: "gate",
          label: t("tests.gate"),
          cell: ({ gate }) =>
            gate === null ? (
              <span className="text-sm text-muted">{t("tests.noGate")}</span>
            ) : (
              <span className="flex flex-col items-start gap-0.5">
                <Badge tone={tones[gate.verdict]}>{t(`tests.${gate.verdict}`)}</Badge>
                <span className="text-sm text-muted">
                  {t(`tests.why.${gate.why}`)}
                  {gate.probability === null
                    ? ""
                    : ` · ${t("tests.chance", { p: formatChance(gate.probability, locale) })}`}
                </span>
              </span>
            ),
        },
      ]}
    />
  );
}
