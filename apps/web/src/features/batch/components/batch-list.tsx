import { formatDate, formatNumber, formatShare } from "@lilink/i18n";
import { thresholdOf } from "@lilink/model/trace/batch";
import { Badge, DataTable, EmptyState, type Tone } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { organizationName } from "../../organization/view.ts";
import type { BatchItem } from "../queries.ts";
import { percent } from "../view.ts";

export const stateTones = {
  open: "info",
  closed: "warning",
  balanced: "success",
  refused: "danger",
  audited: "success",
} as const satisfies Record<BatchItem["state"], Tone>;

const isOpen = ({ state }: BatchItem) => state === "open" || state === "closed";

/** Batches with what they recover and what is open of them. */
export function BatchList({ rows }: { readonly rows: readonly BatchItem[] }) {
  const t = useTranslations("batch");
  const locale = useLocale();
  // Rows are still added to an open batch: its figures are no result yet.
  const toldSoFar = (figure: string, isRunning: boolean) =>
    isRunning ? (
      <span className="text-muted">
        {figure} <span className="text-sm">{t("list.soFar")}</span>
      </span>
    ) : (
      figure
    );
  const others = rows.some(({ isOwn }) => !isOwn);
  return (
    <>
      <DataTable
        caption={t("list.title")}
        rows={rows}
        rowKey={({ publicId }) => publicId}
        empty={
          <EmptyState
            title={t("list.none")}
            body={t("list.noneBody")}
            action={<ButtonLink href="#open">{t("list.open")}</ButtonLink>}
          />
        }
        columns={[
          {
            key: "number",
            label: t("list.number"),
            lead: true,
            className: "whitespace-nowrap",
            cell: ({ number, publicId }) => (
              <TextLink href={`/batteries/batches/${publicId}`}>{number}</TextLink>
            ),
          },
          ...(others
            ? [
                {
                  key: "owner",
                  label: t("list.owner"),
                  cell: ({ owner }: BatchItem) => organizationName(owner, locale),
                },
              ]
            : []),
          {
            key: "state",
            label: t("list.state"),
            speaks: true,
            cell: ({ state }) => <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>,
          },
          { key: "process", label: t("list.process"), cell: ({ process }) => t(`process.${process}`) },
          {
            key: "opened",
            label: t("list.opened"),
            className: "whitespace-nowrap",
            cell: ({ openedOn }) => formatDate(openedOn, locale),
          },
          {
            key: "mass",
            label: t("list.mass"),
            align: "end",
            className: "whitespace-nowrap",
            cell: ({ inKg }) => `${formatNumber(inKg, locale)} kg`,
          },
          {
            key: "closure",
            label: t("list.closure"),
            align: "end",
            cell: ({ closure, state }) =>
              closure === null ? "" : toldSoFar(percent(closure), state === "open"),
          },
          {
            key: "recovery",
            label: t("list.recovery"),
            align: "end",
            cell: ({ lithium, state }) =>
              lithium ? toldSoFar(percent(lithium.recovery), state === "open") : "",
          },
          {
            key: "chance",
            label: t("list.chance"),
            align: "end",
            cell: ({ lithium, openedOn }) => {
              if (lithium?.probability == null) return "";
              const least = thresholdOf("Li", { on: openedOn });
              return (
                <>
                  {formatShare(lithium.probability, locale)}
                  {least === null ? null : (
                    <span className="block text-sm text-muted">
                      {t("list.least", { share: formatShare(least, locale) })}
                    </span>
                  )}
                </>
              );
            },
          },
          // Points are open while a batch is; a list of finished ones has none.
          ...(rows.some(isOpen)
            ? [
                {
                  key: "faults",
                  label: t("list.faults"),
                  align: "end" as const,
                  cell: (batch: BatchItem) => (isOpen(batch) ? batch.faults : ""),
                },
              ]
            : []),
        ]}
      />
      {rows.some(({ lithium }) => lithium?.probability != null) ? (
        <p className="prose-measure mt-2 text-sm text-muted">{t("list.chanceNote")}</p>
      ) : null}
    </>
  );
}
