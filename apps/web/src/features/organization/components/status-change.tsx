"use client";

import { Button, Dialog, Field, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DialogEnd } from "#components/dialog-end.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type StatusChangeProps = {
  readonly publicId: string;
  readonly name: string;
  readonly to: "suspended" | "verified";
};

/** An officer suspends or reinstates: asked once more, with a reason that its administrators read. */
export function StatusChange({ publicId, name, to }: StatusChangeProps) {
  const t = useTranslations("organization.suspension");
  const action = useTranslations("common.action");
  const client = useTRPCClient();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const { pending, failures, act } = useAct({ reason: t("reason") });
  const verb = to === "suspended" ? "suspend" : "reinstate";
  const change = async () => {
    const done = t(to === "suspended" ? "suspended" : "reinstated", { name });
    if (!(await act(() => client.organization.setStatus.mutate({ publicId, status: to, reason }), done)))
      return;
    setOpen(false);
    setReason("");
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      closeLabel={action("close")}
      trigger={<Button variant="quiet">{t(verb)}</Button>}
      title={t(`${verb}Title`, { name })}
      description={t(`${verb}Body`)}
      actions={
        <DialogEnd
          label={t(verb)}
          pending={pending}
          run={change}
          variant={to === "suspended" ? "danger" : "accent"}
        />
      }
    >
      <Field id={id} label={t("reason")} help={t("reasonHelp")} error={failures.reason} required>
        {(aria) => (
          <TextArea {...aria} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
