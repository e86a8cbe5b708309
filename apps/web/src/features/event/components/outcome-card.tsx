"use client";

import { type MeetingOutcome, meetingOutcomes, type OutcomeDay } from "@lilink/model/event/words";
import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { OutcomeChoice } from "#components/outcome-choice.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type OutcomeCardProps = {
  readonly meeting: string;
  readonly partner: string;
  /** The days after which it is still asked, the first one now. */
  readonly due: readonly OutcomeDay[];
  /** What the other side told and this one has not. */
  readonly theirs: MeetingOutcome | null;
};

/**
 * What came of a meeting, asked of each side after some days: one act at a time. Where the other side told something, to confirm it is that
 * act; everything else lies folded behind it. [EV11]
 */
export function OutcomeCard({ meeting, partner, due, theirs }: OutcomeCardProps) {
  const t = useTranslations("event.outcome");
  const client = useTRPCClient();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { pending, failures, act } = useAct({ reason: t("reason") }, t("notHeld"));
  const [afterDays] = due;
  if (afterDays === undefined) return null;
  const tell = async (outcome: MeetingOutcome, reason: string) => {
    const done = await act(
      () => client.event.tellOutcome.mutate({ meeting, afterDays, outcome, ...(reason && { reason }) }),
      ({ agreed }) => t(agreed ? "agreed" : "told"),
    );
    if (done) setOpen(false);
  };
  return (
    <div className="no-print mt-2 flex flex-col gap-2 border-l-2 border-line pl-3">
      <div className="flex flex-wrap gap-2">
        {theirs ? (
          <Button
            variant="accent"
            className="min-h-11"
            pending={pending}
            onClick={() => void tell(theirs, "")}
          >
            {t("confirm", { outcome: t(theirs) })}
          </Button>
        ) : null}
        <Button
          variant={theirs ? "quiet" : "plain"}
          className="min-h-11"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <span className="sr-only">{partner}: </span>
          {t(theirs ? "other" : "ask")}
        </Button>
      </div>
      <div id={id} hidden={!open}>
        <OutcomeChoice
          className="flex flex-col gap-2"
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
      </div>
    </div>
  );
}
