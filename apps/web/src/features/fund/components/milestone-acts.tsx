"use client";

import { Button, Dialog, Field, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DialogEnd } from "#components/dialog-end.tsx";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Award } from "../queries.ts";
import { OrderDialog } from "./order-dialog.tsx";

type Milestone = Award["project"]["milestones"][number];
type Given = {
  readonly milestone: Milestone;
  /** The other milestones of the project. */
  readonly others: readonly Milestone[];
  readonly side: "own" | "outside";
  /** The project confirms its own milestones: basic research. */
  readonly isAlone: boolean;
  readonly today: string;
};

/** What may be done with a milestone: the project plans, tells and misses; somebody outside confirms. [FU22] */
export function MilestoneActs({ milestone, others, side, isAlone, today }: Given) {
  const { publicId, state, dueOn } = milestone;
  const t = useTranslations("fund.project");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const end = (step: "tell" | "confirm") =>
    void act(() => client.fund.endMilestone.mutate({ publicId, step }), t("done"));
  const because = (step: "reopen" | "miss" | "drop") => (reason: string) =>
    client.fund.endMilestone.mutate({ publicId, step, reason });
  if (state === "missed" && side === "own")
    return <MoveDialog publicId={publicId} dueOn={dueOn > today ? dueOn : today} isAgain />;
  const isOpen = state === "planned" || state === "told";
  if (!isOpen) return null;
  if (side === "outside")
    return (
      <span className="flex flex-wrap gap-2">
        <Button size="sm" pending={pending} onClick={() => end("confirm")}>
          {t("confirm")}
        </Button>
        {state === "told" ? (
          <ReasonDialog
            label={t("reopen")}
            title={t("reopenTitle")}
            body={t("reopenBody")}
            run={because("reopen")}
          />
        ) : null}
      </span>
    );
  return (
    <span className="flex flex-wrap gap-2">
      {isAlone ? (
        <Button size="sm" pending={pending} onClick={() => end("confirm")}>
          {t("confirm")}
        </Button>
      ) : state === "planned" ? (
        <Button size="sm" pending={pending} onClick={() => end("tell")}>
          {t("tell")}
        </Button>
      ) : null}
      {state === "planned" ? (
        <>
          <MoveDialog publicId={publicId} dueOn={dueOn} />
          <OrderDialog milestone={milestone} others={others} />
        </>
      ) : null}
      <ReasonDialog label={t("miss")} title={t("missTitle")} body={t("missBody")} run={because("miss")} />
    </span>
  );
}

type Move = { readonly publicId: string; readonly dueOn: string; readonly isAgain?: true };

/** Another day, with a reason; of what was missed too. [PJ3] */
function MoveDialog({ publicId, dueOn, isAgain }: Move) {
  const t = useTranslations("fund.project");
  const action = useTranslations("common.action");
  const client = useTRPCClient();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState({ dueOn, reason: "" });
  const { pending, failures, act } = useAct({ dueOn: t("dueOn"), reason: t("why") });
  const move = async () => {
    if (await act(() => client.fund.rebaseline.mutate({ publicId, ...values }), t("done"))) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      closeLabel={action("close")}
      trigger={<Button size="sm">{t(isAgain ? "again" : "move")}</Button>}
      title={t("moveTitle")}
      description={t("moveBody")}
      actions={<DialogEnd label={t(isAgain ? "again" : "move")} pending={pending} run={move} />}
    >
      <div className="flex flex-col gap-4">
        <Field id={`${id}-due`} label={t("dueOn")} error={failures.dueOn}>
          {(aria) => (
            <TextInput
              {...aria}
              type="date"
              value={values.dueOn}
              onChange={({ target }) => setValues({ ...values, dueOn: target.value })}
            />
          )}
        </Field>
        <Field id={`${id}-reason`} label={t("why")} error={failures.reason} required>
          {(aria) => (
            <TextInput
              {...aria}
              value={values.reason}
              onChange={({ target }) => setValues({ ...values, reason: target.value })}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
