import { formatDate } from "@lilink/i18n";
import { Badge, type Column, DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import type { Introduction, TicketItem, TicketList } from "../queries.ts";
import { hasOutcome, ticketTones } from "../view.ts";
import { DueText } from "./due-text.tsx";
import { TicketForm } from "./ticket-form.tsx";

export type TicketSectionProps = {
  readonly introduction: Introduction;
  readonly tickets: TicketList;
  readonly mayWrite: boolean;
};

/** Support after the outcome of an introduction: its tickets, whose turn it is in each, and a new one. [SP1] */
export function TicketSection({ introduction, tickets, mayWrite }: TicketSectionProps) {
  const t = useTranslations("support");
  const locale = useLocale();
  if (!hasOutcome(introduction.ledger))
    // After the end no outcome comes any more: nothing is promised.
    return introduction.state === "ended" ? null : (
      <Section id="support" title={t("title")}>
        <p className="text-muted">{t("later")}</p>
      </Section>
    );
  const columns: readonly Column<TicketItem>[] = [
    {
      key: "subject",
      label: t("list.subject"),
      lead: true,
      cell: ({ publicId, subject, kind, urgency, openedAt, openedBy }) => (
        <>
          <TextLink href={`/introductions/${introduction.publicId}/support/${publicId}`}>
            <OwnWords>{subject}</OwnWords>
          </TextLink>
          <span className="block text-sm font-normal text-muted">
            {t(`kind.${kind}`)} · {t(`urgency.${urgency}`)} · {formatDate(openedAt, locale)}{" "}
            {t(openedBy === "own" ? "list.us" : "list.them")}
          </span>
        </>
      ),
    },
    {
      key: "state",
      label: t("list.state"),
      cell: ({ state }) => <Badge tone={ticketTones[state]}>{t(`state.${state}`)}</Badge>,
    },
    {
      key: "turn",
      label: t("list.turn"),
      cell: ({ waits, closedAt }) =>
        waits ? (
          <>
            {t(`waits.${waits.on}`, { clock: t(`clock.${waits.clock}`) })}
            <span className="block text-sm">
              <DueText due={waits.dueAt} />
            </span>
          </>
        ) : closedAt ? (
          <span className="text-muted">{t("list.closedOn", { date: formatDate(closedAt, locale) })}</span>
        ) : null,
    },
  ];
  return (
    <Section id="support" title={t("title")}>
      <p className="mb-3 text-muted">{t("lead")}</p>
      <DataTable
        caption={t("list.caption")}
        columns={columns}
        rows={tickets.items}
        rowKey={({ publicId }) => publicId}
        empty={<p className="border-y border-line py-3">{t("list.none")}</p>}
      />
      {mayWrite ? <TicketForm introduction={introduction.publicId} /> : null}
    </Section>
  );
}
