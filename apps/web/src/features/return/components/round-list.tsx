import { formatDate, type Locale } from "@lilink/i18n";
import { Badge, EmptyState, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import { provinceName } from "#features/organization/view.ts";
import type { Round } from "../queries.ts";
import { sumCounts } from "../view.ts";
import { CloseRound } from "./close-round.tsx";
import { CountTable } from "./count-table.tsx";
import { SheetName } from "./sheet-name.tsx";

/** The rounds, newest first, each with how reporting stands; the latest is open to the eye, the others on demand. */
export function RoundList({
  rounds,
  officer,
}: {
  readonly rounds: readonly Round[];
  readonly officer: boolean;
}) {
  const t = useTranslations("return");
  if (rounds.length === 0)
    return (
      <EmptyState
        title={t("round.empty")}
        body={t("round.emptyBody")}
        action={<ButtonLink href="/goals">{t("empty.action")}</ButtonLink>}
      />
    );
  return rounds.map((round, at) => (
    <RoundSection key={round.publicId} round={round} open={at === 0} officer={officer} />
  ));
}

type RoundSectionProps = { readonly round: Round; readonly open: boolean; readonly officer: boolean };

function RoundSection({ round, open, officer }: RoundSectionProps) {
  const t = useTranslations("return");
  const locale = useLocale() as Locale;
  const { period, dueAt, closedAt, counts } = round;
  const caption = (by: "bySheet" | "byProvince") => `${period}: ${t(`round.${by}`)}`;
  return (
    <Section
      id={`round-${period}`}
      title={
        <span className="flex flex-wrap items-baseline gap-3">
          {period}
          <Badge>{t(`frequency.${round.frequency}`)}</Badge>
          <span className="text-sm font-normal text-muted">
            {t("round.due", { date: formatDate(dueAt, locale) })}
            {closedAt ? ` · ${t("round.closedOn", { date: formatDate(closedAt, locale) })}` : ""}
          </span>
        </span>
      }
    >
      <details open={open}>
        <summary className="cursor-pointer">{t("round.bySheet")}</summary>
        <CountTable
          caption={caption("bySheet")}
          head={t("column.sheet")}
          rows={sumCounts(counts, "sheet")}
          nameOf={(sheet) => <SheetName sheet={sheet} />}
        />
      </details>
      <details className="mt-3" open={open}>
        <summary className="cursor-pointer">{t("round.byProvince")}</summary>
        <CountTable
          caption={caption("byProvince")}
          head={t("column.province")}
          rows={sumCounts(counts, "province")}
          nameOf={(code) => provinceName(code, locale) ?? t("round.noProvince")}
        />
      </details>
      {officer ? (
        <p className="mt-4 flex flex-wrap gap-3">
          <ButtonLink href="/releases">{t("round.release")}</ButtonLink>
          {closedAt ? null : <CloseRound publicId={round.publicId} period={period} />}
        </p>
      ) : null}
    </Section>
  );
}
