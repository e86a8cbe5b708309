import { formatDate } from "@lilink/i18n";
import { Badge, NoticeBox, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { LiveRefresh } from "#components/live-refresh.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { Ticket } from "../queries.ts";
import { ticketTones } from "../view.ts";
import { DueText } from "./due-text.tsx";
import { MessageForm } from "./message-form.tsx";
import { ThreadMessage } from "./thread-message.tsx";
import { TicketActs } from "./ticket-acts.tsx";
import { TicketClocks } from "./ticket-clocks.tsx";

type Given = { readonly ticket: Ticket; readonly mayWrite: boolean };

/** One ticket: whose turn it is stands first, then how its clocks run, then the thread. [SP2] */
export function TicketPage({ ticket, mayWrite }: Given) {
  const t = useTranslations("support");
  const common = useTranslations("common");
  const locale = useLocale();
  const { publicId, subject, state, kind, urgency, waits, other, openedAt, openedBy, steps } = ticket;
  return (
    <ClientMessages namespaces={["introduction", "support"]}>
      <LiveRefresh topics={["introduction", "notice"]} label={common("state.loading")} />
      <PageHeader
        up={<TextLink href={`/introductions/${ticket.introduction}`}>{t("one.up")}</TextLink>}
        title={<OwnWords>{subject}</OwnWords>}
        lead={
          <>
            {other ? <>{t("one.with", { other: organizationName(other, locale) })} · </> : null}
            {t("one.openedOn", { by: openedBy, day: formatDate(openedAt, locale) })}
          </>
        }
        badges={
          <span className="flex flex-wrap gap-2">
            <Badge>{t(`kind.${kind}`)}</Badge>
            <Badge tone={urgency === "urgent" ? "warning" : "neutral"}>{t(`urgency.${urgency}`)}</Badge>
            <Badge tone={ticketTones[state]}>{t(`state.${state}`)}</Badge>
          </span>
        }
      />
      <Turn ticket={ticket} />
      {mayWrite && steps.length > 0 ? (
        <div className="no-print mb-8">
          <TicketActs publicId={publicId} steps={steps} />
        </div>
      ) : null}
      <Section id="clocks" title={t("one.clocks")}>
        <TicketClocks ticket={ticket} />
      </Section>
      <Section id="thread" title={t("one.thread")}>
        <TicketThread ticket={ticket} />
        {mayWrite && waits ? <MessageForm kind="ticket" publicId={publicId} /> : null}
      </Section>
    </ClientMessages>
  );
}

/** Whose turn it is and by when, or on which day both closed it. */
function Turn({ ticket: { waits, closingBy, closedAt } }: { readonly ticket: Ticket }) {
  const t = useTranslations("support");
  const locale = useLocale();
  if (!waits)
    return closedAt ? (
      <NoticeBox tone="success" className="mb-4">
        {t("act.closed", { day: formatDate(closedAt, locale) })}
      </NoticeBox>
    ) : null;
  return (
    <NoticeBox tone={waits.on === "own" ? "warning" : "info"} className="mb-4">
      {waits.clock === "confirm" && closingBy ? (
        t(`act.asked.${closingBy}`, { day: formatDate(waits.dueAt, locale) })
      ) : (
        <>
          {t(`waits.${waits.on}`, { clock: t(`clock.${waits.clock}`) })} · <DueText due={waits.dueAt} />
        </>
      )}
    </NoticeBox>
  );
}

/** What both sides wrote and did, oldest first. */
function TicketThread({ ticket }: { readonly ticket: Ticket }) {
  const t = useTranslations("support");
  const thread = useTranslations("introduction.thread");
  return (
    <ol className="hairline-list border-y border-line">
      {ticket.messages.map(({ id, by, step, personName, body, files, createdAt }) => (
        <ThreadMessage
          key={id}
          name={by === null ? t("one.system") : (personName ?? t("one.firm"))}
          who={by === null ? "" : thread(by === "own" ? "us" : "them")}
          at={createdAt}
          body={step === "lapse" ? t("one.lapse") : body}
          files={files}
          did={
            step && step !== "lapse" ? <span className="font-medium text-ink">{t(`did.${step}`)}</span> : null
          }
        />
      ))}
    </ol>
  );
}
