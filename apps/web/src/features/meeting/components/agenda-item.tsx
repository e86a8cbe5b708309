"use client";

import { formatDate, readerHalf } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useCallback, useState } from "react";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { organizationName } from "#features/organization/view.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { MeetingItem, Votable } from "../queries.ts";
import { DecisionEdit } from "./decision-edit.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { SavedText } from "./saved-text.tsx";
import { VoteForm } from "./vote-form.tsx";
import { VotePanel } from "./vote-panel.tsx";

export type AgendaItemProps = {
  readonly meeting: string;
  readonly item: MeetingItem;
  /** In the reader's language. */
  readonly title: string;
  /** Where the goal of the point stands, with its target. */
  readonly figures?: ReactNode;
  readonly keeps: boolean;
  readonly held: boolean;
  readonly votable: readonly Votable[];
};

/** A point of the agenda with its notes and decisions; whoever keeps the meeting writes both here. */
export function AgendaItem({ meeting, item, title, figures, keeps, held, votable }: AgendaItemProps) {
  return (
    <li className="flex flex-col gap-3 py-4">
      <h3>
        <span className="mr-2 text-muted tabular-nums">{`${item.position}.`}</span>
        {item.goal ? <span className="mr-2 text-sm text-muted tabular-nums">{item.goal}</span> : null}
        <OwnWords mark>{title}</OwnWords>
      </h3>
      {figures}
      {item.duty ? <ClockNote duty={item.duty} keeps={keeps} /> : null}
      {keeps ? (
        <Notes meeting={meeting} item={item} />
      ) : item.notes ? (
        <p className="prose-measure whitespace-pre-line">
          <OwnWords mark>{item.notes}</OwnWords>
        </p>
      ) : null}
      {item.votes.map((vote) => (
        <VotePanel key={vote.publicId} vote={vote} keeps={keeps && held} />
      ))}
      {item.decisions.map((decision) => (
        <Decision
          key={decision.publicId}
          decision={decision}
          question={item.votes.find(({ publicId }) => publicId === decision.vote)?.question}
          mayChange={keeps && held}
        />
      ))}
      {keeps && held ? (
        <div className="no-print flex flex-wrap gap-3">
          <VoteForm meeting={meeting} position={item.position} votable={votable} />
          <DecisionForm
            meeting={meeting}
            position={item.position}
            carried={item.votes.filter(({ outcome }) => outcome === "carried")}
          />
        </div>
      ) : null}
    </li>
  );
}

/** Why a point stands here that nobody put here, and where its item is ended. */
function ClockNote({
  duty,
  keeps,
}: {
  readonly duty: NonNullable<MeetingItem["duty"]>;
  readonly keeps: boolean;
}) {
  const t = useTranslations("meeting.page");
  const locale = useLocale();
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
      <span>
        {duty.endedAt
          ? t("clockEnded", { day: formatDate(duty.endedAt, locale) })
          : t("byClock", { day: formatDate(duty.dueAt, locale) })}
      </span>
      <TextLink href={duty.path}>{t("toItem")}</TextLink>
      {keeps && !duty.endedAt ? <span className="no-print w-full">{t("clockOpen")}</span> : null}
    </p>
  );
}

type DecisionProps = {
  readonly decision: MeetingItem["decisions"][number];
  /** On which the vote that carried it was. */
  readonly question: string | undefined;
  readonly mayChange: boolean;
};

function Decision({ decision, question, mayChange }: DecisionProps) {
  const t = useTranslations("meeting.page");
  const votes = useTranslations("meeting.vote");
  const locale = useLocale();
  const client = useTRPCClient();
  const { publicId, text, owner, dueOn, doneAt, doneNote, withdrawnReason } = decision;
  const state = () => {
    if (withdrawnReason !== null) return t("withdrawn", { reason: withdrawnReason });
    if (doneAt)
      return t("done", { day: formatDate(doneAt, locale), note: readerHalf(doneNote ?? "", locale) });
    return t("due", { day: formatDate(dueOn, locale) });
  };
  return (
    <div className="flex flex-col items-start gap-1 border-l-2 border-edge pl-3">
      <p className="prose-measure">
        <OwnWords mark>{text}</OwnWords>
      </p>
      <p className="text-sm text-muted">
        <OwnWords whole>{organizationName(owner, locale)}</OwnWords>
        {` · ${state()}`}
        {question === undefined ? null : (
          <span className="block">
            <OwnWords>{votes("rests", { question: readerHalf(question, locale) })}</OwnWords>
          </span>
        )}
      </p>
      {mayChange && !doneAt && withdrawnReason === null ? (
        <div className="no-print flex flex-wrap gap-2">
          <DecisionEdit decision={decision} />
          <ReasonDialog
            label={t("withdraw")}
            title={t("withdrawTitle")}
            body={t("withdrawBody")}
            run={(reason) => client.meeting.withdrawDecision.mutate({ publicId, reason })}
          />
        </div>
      ) : null}
    </div>
  );
}

/** The notes of a point: open where something is written, behind their name where nothing is. */
function Notes({ meeting, item }: { readonly meeting: string; readonly item: MeetingItem }) {
  const t = useTranslations("meeting.page");
  const client = useTRPCClient();
  const { position } = item;
  const [open, setOpen] = useState((item.notes ?? "") !== "");
  const openWithText = useCallback((text: string) => setOpen((was) => was || text !== ""), []);
  return (
    <details className="no-print" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="cursor-pointer text-sm text-muted">{t(open ? "notes" : "addNotes")}</summary>
      <div className="mt-2">
        <SavedText
          name={`${position}`}
          label={t("notes")}
          rows={2}
          written={item.notes ?? ""}
          save={({ text, seen }) =>
            client.meeting.noteItem.mutate({ publicId: meeting, position, notes: text, seen })
          }
          onText={openWithText}
        />
      </div>
    </details>
  );
}
