"use client";

import { type MeetingOutcome, meetingOutcomes, type OutcomeDay } from "@lilink/model/event/words";
import { useTranslations } from "next-intl";
import { OutcomeChoice } from "#components/outcome-choice.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type OutcomeCardProps = {
  readonly meeting: string;
  readonly partner: string;
  readonly afterDays: OutcomeDay;
};

/** What came of a meeting, asked of each side after some days. [EV11] */
export function OutcomeCard({ meeting, partner, afterDays }: OutcomeCardProps) {
  const t = useTranslations("event.outcome");
  const client = useTRPCClient();
  const { pending, failures, act } = useAct({ reason: t("reason") }, t("notHeld"));
  const tell = (outcome: MeetingOutcome, reason: string) =>
    act(
      () => client.event.tellOutcome.mutate({ meeting, afterDays, outcome, ...(reason && { reason }) }),
      ({ agreed }) => t(agreed ? "agreed" : "told"),
    );
  return (
    <OutcomeChoice
      className="no-print mt-2 flex flex-col gap-2 border-l-2 border-accent pl-3"
      legend={
        <legend className="float-left text-sm font-medium">
          <span className="sr-only">{partner}: </span>
          {t("after", { days: afterDays })}
        </legend>
      }
      outcomes={meetingOutcomes}
      say={t}
      pending={pending}
      fault={failures.reason}
      tell={tell}
    />
  );
}
