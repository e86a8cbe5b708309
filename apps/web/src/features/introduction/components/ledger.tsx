import { formatDate } from "@lilink/i18n";
import { Badge, type Column, DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { volumeText } from "#features/posting/view.ts";
import type { Introduction } from "../queries.ts";
import { entryStateKey, ledgerTones } from "../view.ts";
import { EntryActions } from "./entry-actions.tsx";
import { LedgerForm } from "./ledger-form.tsx";

type Entry = Introduction["ledger"][number];

/** What came of an introduction: each step proposed by one side, counting once the other confirmed it. */
export function Ledger({
  introduction,
  mayWrite,
}: {
  readonly introduction: Introduction;
  readonly mayWrite: boolean;
}) {
  const t = useTranslations("introduction.ledger");
  const locale = useLocale();
  const { ledger, side, state, publicId } = introduction;
  const columns: readonly Column<Entry>[] = [
    {
      key: "step",
      label: t("step"),
      lead: true,
      cell: ({ step, note }) => (
        <>
          {t(`steps.${step}`)}
          {note ? <span className="block text-sm font-normal text-muted">{note}</span> : null}
        </>
      ),
    },
    { key: "date", label: t("date"), cell: ({ occurredOn }) => formatDate(occurredOn, locale) },
    {
      key: "amount",
      label: t("amount"),
      align: "end",
      cell: ({ amount, unit }) => (amount && unit ? volumeText({ amount, unit }, locale) : null),
    },
    {
      key: "state",
      label: t("state"),
      cell: (entry) => (
        <Badge tone={ledgerTones[entry.state]}>
          {t(`states.${entryStateKey(entry.state, entry.proposedSide, side)}`)}
        </Badge>
      ),
    },
    {
      key: "action",
      label: t("action"),
      cell: (entry) =>
        mayWrite && entry.state === "proposed" ? (
          <EntryActions entry={entry.publicId} ours={entry.proposedSide === side} />
        ) : null,
    },
  ];
  return (
    <Section id="ledger" title={t("title")}>
      <p className="mb-3 text-muted">{t("lead")}</p>
      <DataTable
        caption={t("caption")}
        columns={columns}
        rows={ledger}
        rowKey={(entry) => entry.publicId}
        empty={<p className="border-y border-line py-3">{t("empty")}</p>}
      />
      {state === "accepted" && mayWrite ? (
        <LedgerForm publicId={publicId} began={introduction.sentAt} />
      ) : null}
    </Section>
  );
}
