"use client";

import { Button, Field } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import {
  OrganizationPick,
  type PickedOrganization,
} from "#features/organization/components/organization-pick.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { DecisionDay, DecisionText } from "./decision-fields.tsx";

export type DecisionFormProps = { readonly meeting: string; readonly position: number };

/** A decision with its owner and its day. */
export function DecisionForm({ meeting, position }: DecisionFormProps) {
  const t = useTranslations("meeting.page");
  const call = useTranslations("meeting.call");
  const common = useTranslations("common.action");
  const client = useTRPCClient();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [owner, setOwner] = useState<PickedOrganization | null>(null);
  const [dueOn, setDueOn] = useState("");
  const { pending, failures, act } = useAct({ text: t("decision"), owner: t("owner"), dueOn: t("dueOn") });
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
    setOpen(false);
  };
  const record = async () => {
    const decision = { publicId: meeting, position, text, owner: owner?.publicId ?? "", dueOn };
    if (!(await act(() => client.meeting.decide.mutate(decision), t("recorded")))) return;
    end();
  };
  return (
    <div className="flex max-w-2xl flex-col gap-4 border-l-2 border-line pl-4">
      <DecisionText id={`${id}-text`} value={text} onChange={setText} error={failures.text} />
      <Field id={`${id}-owner`} label={t("owner")} error={failures.owner} required>
        {(aria) => <OrganizationPick {...aria} label={call("search")} value={owner} onPick={setOwner} />}
      </Field>
      <DecisionDay id={`${id}-due`} value={dueOn} onChange={setDueOn} error={failures.dueOn} />
      <div className="flex flex-wrap gap-3">
        <Button variant="accent" pending={pending} onClick={() => void record()}>
          {t("record")}
        </Button>
        <Button disabled={pending} onClick={end}>
          {common("cancel")}
        </Button>
      </div>
    </div>
  );
}
