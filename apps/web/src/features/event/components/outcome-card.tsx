"use client";

import { type MeetingOutcome, meetingOutcomes, type OutcomeDay } from "@lilink/model/event/words";
import { Button, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type OutcomeCardProps = {
  readonly meeting: string;
  readonly partner: string;
  readonly afterDays: OutcomeDay;
};

/** One question with six answers, in reach of a thumb; what is not relevant asks for its reason. [EV11] */
export function OutcomeCard({ meeting, partner, afterDays }: OutcomeCardProps) {
  const t = useTranslations("event.outcome");
  const client = useTRPCClient();
  const id = useId();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const { pending, failures, act } = useAct({ reason: t("reason") }, t("notHeld"));
  const tell = async (outcome: MeetingOutcome) => {
    if (outcome === "irrelevant" && !asking) {
      setAsking(true);
      return;
    }
    const said = reason.trim() ? { reason: reason.trim() } : {};
    await act(
      () => client.event.tellOutcome.mutate({ meeting, afterDays, outcome, ...said }),
      ({ agreed }) => t(agreed ? "agreed" : "told"),
    );
  };
  return (
    <fieldset className="no-print mt-2 flex flex-col gap-2 border-l-2 border-accent pl-3">
      <legend className="float-left text-sm font-medium">
        <span className="sr-only">{partner}: </span>
        {t("after", { days: afterDays })}
      </legend>
      <div className="grid grid-cols-2 gap-1.5 sm:grid-cols-3">
        {meetingOutcomes.map((outcome) => (
          <Button key={outcome} className="min-h-11" disabled={pending} onClick={() => void tell(outcome)}>
            {t(outcome)}
          </Button>
        ))}
      </div>
      {asking ? (
        <div className="flex gap-2">
          <TextInput
            id={id}
            aria-label={t("reason")}
            placeholder={t("reason")}
            aria-invalid={failures.reason ? true : undefined}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button pending={pending} onClick={() => void tell("irrelevant")}>
            {t("irrelevant")}
          </Button>
        </div>
      ) : null}
      {failures.reason ? <p className="text-sm text-danger">{failures.reason}</p> : null}
    </fieldset>
  );
}
