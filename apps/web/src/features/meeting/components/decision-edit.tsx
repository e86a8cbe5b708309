"use client";

import { Button, Dialog } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DialogEnd } from "#components/dialog-end.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { MeetingItem } from "../queries.ts";
import { DecisionDay, DecisionText } from "./decision-fields.tsx";

type DecisionEditProps = {
  readonly decision: Pick<MeetingItem["decisions"][number], "publicId" | "version" | "text" | "dueOn">;
};

/** Other words or another day of a decision while the meeting is held. */
export function DecisionEdit({ decision }: DecisionEditProps) {
  const t = useTranslations("meeting.page");
  const common = useTranslations("common.action");
  const client = useTRPCClient();
  const id = useId();
  const { publicId, version } = decision;
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(decision.text);
  const [dueOn, setDueOn] = useState(decision.dueOn);
  const { pending, failures, act } = useAct({ text: t("decision"), dueOn: t("dueOn") });
  const turn = (next: boolean) => {
    setText(decision.text);
    setDueOn(decision.dueOn);
    setOpen(next);
  };
  const save = async () => {
    const changed = { publicId, version, text, dueOn };
    if (await act(() => client.meeting.editDecision.mutate(changed), t("decisionEdited"))) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={turn}
      closeLabel={common("close")}
      trigger={<Button size="sm">{t("editDecision")}</Button>}
      title={t("editDecision")}
      actions={<DialogEnd label={t("editDecisionSave")} pending={pending} run={save} />}
    >
      <div className="flex flex-col gap-4">
        <DecisionText id={`${id}-text`} value={text} onChange={setText} error={failures.text} />
        <DecisionDay id={`${id}-due`} value={dueOn} onChange={setDueOn} error={failures.dueOn} />
      </div>
    </Dialog>
  );
}
