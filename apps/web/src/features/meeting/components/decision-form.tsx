"use client";

import { Button, Field, TextArea, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import {
  OrganizationPick,
  type PickedOrganization,
} from "#features/organization/components/organization-pick.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type DecisionFormProps = { readonly meeting: string; readonly position: number };

/** A decision with its owner and its day. */
export function DecisionForm({ meeting, position }: DecisionFormProps) {
  const t = useTranslations("meeting.page");
  const call = useTranslations("meeting.call");
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
  const record = async () => {
    const decision = { publicId: meeting, position, text, owner: owner?.publicId ?? "", dueOn };
    if (!(await act(() => client.meeting.decide.mutate(decision), t("recorded")))) return;
    setText("");
    setOpen(false);
  };
  return (
    <div className="flex max-w-2xl flex-col gap-4 border-l-2 border-line pl-4">
      <Field id={`${id}-text`} label={t("decision")} error={failures.text} required>
        {(aria) => (
          <TextArea {...aria} rows={2} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <Field id={`${id}-owner`} label={t("owner")} error={failures.owner} required>
        {(aria) => <OrganizationPick {...aria} label={call("search")} value={owner} onPick={setOwner} />}
      </Field>
      <Field id={`${id}-due`} label={t("dueOn")} error={failures.dueOn} required>
        {(aria) => (
          <TextInput
            {...aria}
            type="date"
            className="max-w-48"
            value={dueOn}
            onChange={(event) => setDueOn(event.target.value)}
          />
        )}
      </Field>
      <Button variant="accent" className="self-start" pending={pending} onClick={() => void record()}>
        {t("record")}
      </Button>
    </div>
  );
}
