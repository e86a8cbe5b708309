"use client";

import { Button, Field, Select } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import {
  OrganizationPick,
  type PickedOrganization,
} from "#features/organization/components/organization-pick.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { DecisionDay, DecisionText } from "./decision-fields.tsx";

export type DecisionFormProps = {
  readonly meeting: string;
  readonly position: number;
  /** Votes of the point that may carry the decision. */
  readonly carried: readonly { readonly publicId: string; readonly question: string }[];
};

/** A decision with its owner and its day. */
export function DecisionForm({ meeting, position, carried }: DecisionFormProps) {
  const t = useTranslations("meeting.page");
  const votes = useTranslations("meeting.vote");
  const call = useTranslations("meeting.call");
  const common = useTranslations("common.action");
  const client = useTRPCClient();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [owner, setOwner] = useState<PickedOrganization | null>(null);
  const [dueOn, setDueOn] = useState("");
  const [vote, setVote] = useState("");
  const { pending, failures, act } = useAct({
    text: t("decision"),
    owner: t("owner"),
    dueOn: t("dueOn"),
    vote: votes("byVote"),
  });
  if (!open)
    return (
      <Button className="self-start" onClick={() => setOpen(true)}>
        {t("decide")}
      </Button>
    );
  // What was begun and given up does not stand in the next decision.
  const end = () => {
    setText("");
    setOwner(null);
    setDueOn("");
    setVote("");
    setOpen(false);
  };
  const record = async () => {
    const task = { publicId: meeting, position, text, owner: owner?.publicId ?? "", dueOn };
    const decision = vote ? { ...task, vote } : task;
    if (!(await act(() => client.meeting.decide.mutate(decision), t("recorded")))) return;
    end();
  };
  return (
    <div className="flex w-full max-w-2xl flex-col gap-4 border-l-2 border-line pl-4">
      <DecisionText id={`${id}-text`} value={text} onChange={setText} error={failures.text} />
      <Field id={`${id}-owner`} label={t("owner")} error={failures.owner} required>
        {(aria) => <OrganizationPick {...aria} label={call("search")} value={owner} onPick={setOwner} />}
      </Field>
      <DecisionDay id={`${id}-due`} value={dueOn} onChange={setDueOn} error={failures.dueOn} />
      {carried.length > 0 ? (
        <Field id={`${id}-vote`} label={votes("byVote")} error={failures.vote}>
          {(aria) => (
            <Select
              {...aria}
              placeholder={votes("noVote")}
              options={carried.map(({ publicId, question }) => ({ value: publicId, label: question }))}
              value={vote}
              onChange={(event) => setVote(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button pending={pending} onClick={() => void record()}>
          {t("record")}
        </Button>
        <Button variant="quiet" disabled={pending} onClick={end}>
          {common("cancel")}
        </Button>
      </div>
    </div>
  );
}
