"use client";

import { Button, TextInput } from "@lilink/ui";
import { type ReactNode, useState } from "react";

export type OutcomeChoiceProps<Outcome extends string> = {
  readonly legend: ReactNode;
  readonly outcomes: readonly Outcome[];
  readonly say: (key: Outcome | "reason" | "irrelevant") => string;
  readonly pending: boolean;
  readonly fault: string | undefined;
  readonly tell: (outcome: Outcome, reason: string) => unknown;
  readonly className?: string;
};

/** One question with its answers in reach of a thumb; "irrelevant" asks for its reason first. */
export function OutcomeChoice<Outcome extends string>(props: OutcomeChoiceProps<Outcome>) {
  const { legend, outcomes, say, pending, fault, tell, className } = props;
  const [asking, setAsking] = useState<Outcome | null>(null);
  const [reason, setReason] = useState("");
  const press = (outcome: Outcome) =>
    outcome === "irrelevant" && asking === null ? setAsking(outcome) : void tell(outcome, reason.trim());
  return (
    <fieldset className={className}>
      {legend}
      <div className="grid grid-cols-2 gap-1.5 sm:grid-cols-3">
        {outcomes.map((outcome) => (
          <Button key={outcome} className="min-h-11" disabled={pending} onClick={() => press(outcome)}>
            {say(outcome)}
          </Button>
        ))}
      </div>
      {asking ? (
        <div className="flex max-w-md gap-2">
          <TextInput
            aria-label={say("reason")}
            placeholder={say("reason")}
            aria-invalid={fault ? true : undefined}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button pending={pending} onClick={() => press(asking)}>
            {say(asking)}
          </Button>
        </div>
      ) : null}
      {fault ? <p className="text-sm text-danger">{fault}</p> : null}
    </fieldset>
  );
}
