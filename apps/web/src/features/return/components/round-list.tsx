import { formatDate, formatNumber, formatPeriod } from "@lilink/i18n";
import { Badge, cn, EmptyState, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { FoldedTable } from "#components/folded-table.tsx";
import { provinceName } from "#features/organization/view.ts";
import type { Round } from "../queries.ts";
import { groupOf, type ReportingSum, sortRounds, sumCounts, totalOf } from "../view.ts";
import { CloseRound } from "./close-round.tsx";
import { CountTable } from "./count-table.tsx";
import { SheetName } from "./sheet-name.tsx";

export type RoundListProps = {
  readonly rounds: readonly Round[];
  readonly officer: boolean;
  /** The period whose sheets and provinces stand below; the newest where none is asked for. */
  readonly shown?: string | undefined;
};

/** One round in its parts, then all in three groups, each from the latest due date: with overdue returns, open, closed. */
export function RoundList({ rounds, officer, shown }: RoundListProps) {
  const t = useTranslations("return");
  const locale = useLocale();
  const round = rounds.find(({ period }) => period === shown) ?? rounds[0];
  if (!round)
    return (
      <EmptyState
        title={t("round.empty")}
        body={t("round.emptyBody")}
        action={<ButtonLink href="/goals">{t("empty.action")}</ButtonLink>}
      />
    );
  const ordered = sortRounds(rounds);
  return (
    <>
      <RoundParts round={round} officer={officer} />
      <Section id="rounds" title={t("round.all")}>
        <p className="mb-3 flex flex-wrap gap-x-4 text-sm text-muted">
          <LegendMark tone="bg-success">{t("round.verified")}</LegendMark>
          <LegendMark tone="bg-info">{t("round.waiting")}</LegendMark>
          <LegendMark tone="bg-sunken">{t("round.missing")}</LegendMark>
        </p>
        <FoldedTable
          caption={t("round.all")}
          rows={ordered}
          rowKey={({ publicId }) => publicId}
          isCurrent={(one) => one === round}
          groupOf={(one) => {
            const group = groupOf(one);
            const count = ordered.filter((other) => groupOf(other) === group).length;
            return { key: group, heading: t(`round.group.${group}`, { count }) };
          }}
          columns={[
            {
              key: "period",
              label: t("column.period"),
              lead: true,
              className: "whitespace-nowrap",
              cell: ({ period, frequency }) => (
                <span id={`round-${period}`} className="inline-flex items-center gap-2">
                  <TextLink href={{ pathname: "/review/rounds", query: { round: period } }}>
                    {formatPeriod(period, locale)}
                  </TextLink>
                  <Badge>{t(`frequency.${frequency}`)}</Badge>
                </span>
              ),
            },
            {
              key: "progress",
              label: t("round.progress"),
              className: "sm:min-w-64",
              cell: ({ counts }) => <Progress sum={totalOf(counts)} />,
            },
            {
              key: "overdue",
              label: t("round.overdueCount"),
              align: "end",
              cell: ({ counts }) => <Overdue count={totalOf(counts).overdue} />,
            },
            {
              key: "late",
              label: t("round.lateCount"),
              align: "end",
              cell: ({ counts }) => formatNumber(totalOf(counts).late, locale),
            },
            {
              key: "due",
              label: t("column.due"),
              speaks: true,
              className: "whitespace-nowrap text-sm",
              cell: ({ dueAt, closedAt }) => (
                <>
                  {t("round.due", { date: formatDate(dueAt, locale) })}
                  {closedAt ? (
                    <span className="block text-muted">
                      {t("round.closedOn", { date: formatDate(closedAt, locale) })}
                    </span>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}

function LegendMark({ tone, children }: { readonly tone: string; readonly children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={cn("h-2 w-4", tone)} />
      {children}
    </span>
  );
}

/** How many are overdue, leading to which they are. */
function Overdue({ count }: { readonly count: number }) {
  const locale = useLocale();
  const text = formatNumber(count, locale);
  return count === 0 ? (
    text
  ) : (
    <strong className="text-danger">
      <TextLink href={{ pathname: "/review/returns", query: { state: "overdue" } }}>{text}</TextLink>
    </strong>
  );
}

/** Checked, waiting for a check and missing, as parts of what is owed. */
function Progress({ sum }: { readonly sum: Omit<ReportingSum, "key"> }) {
  const t = useTranslations("return.round");
  const { owed, verified, waiting, missing } = sum;
  const share = (count: number) => ({ width: `${owed === 0 ? 0 : (100 * count) / owed}%` });
  const text = t("progressText", { owed, verified, waiting, missing });
  return (
    <span className="flex items-center gap-3">
      <span role="img" aria-label={text} title={text} className="flex h-2 min-w-24 flex-1 bg-sunken">
        <span className="bg-success" style={share(verified)} />
        <span className="bg-info" style={share(waiting)} />
      </span>
      <span className="text-sm whitespace-nowrap tabular-nums">
        {t("progressShort", { done: verified + waiting, owed })}
      </span>
    </span>
  );
}

/** More provinces than these are folded away on a screen. */
const most = 8;

function RoundParts({ round, officer }: { readonly round: Round; readonly officer: boolean }) {
  const t = useTranslations("return");
  const locale = useLocale();
  const { period, dueAt, closedAt, counts } = round;
  const provinces = sumCounts(counts, "province");
  const caption = (by: "bySheet" | "byProvince") => `${formatPeriod(period, locale)}: ${t(`round.${by}`)}`;
  const byProvince = (
    <CountTable
      caption={caption("byProvince")}
      head={t("column.province")}
      rows={provinces}
      nameOf={(code) => provinceName(code, locale) ?? t("round.noProvince")}
    />
  );
  return (
    <Section
      id="round"
      title={
        <span className="flex flex-wrap items-baseline gap-3">
          {formatPeriod(period, locale)}
          <Badge>{t(`frequency.${round.frequency}`)}</Badge>
          <span className="text-sm font-normal text-muted">
            {t("round.due", { date: formatDate(dueAt, locale) })}
            {closedAt ? ` · ${t("round.closedOn", { date: formatDate(closedAt, locale) })}` : ""}
          </span>
        </span>
      }
      action={
        officer ? (
          <span className="flex flex-wrap gap-3">
            <ButtonLink size="sm" href="/releases">
              {t("round.release")}
            </ButtonLink>
            {closedAt ? null : <CloseRound publicId={round.publicId} period={period} />}
          </span>
        ) : null
      }
    >
      <div className="grid items-start gap-x-12 gap-y-6 2xl:grid-cols-2">
        <CountTable
          caption={caption("bySheet")}
          head={t("column.sheet")}
          rows={sumCounts(counts, "sheet")}
          nameOf={(sheet) => <SheetName sheet={sheet} />}
        />
        {provinces.length > most ? (
          <details className="opens-in-print">
            <summary className="w-fit cursor-pointer py-2 font-medium">
              {t("round.provinces", { count: provinces.length })}
            </summary>
            {byProvince}
          </details>
        ) : (
          byProvince
        )}
      </div>
    </Section>
  );
}
