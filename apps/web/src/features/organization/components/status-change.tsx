"use client";

import { Button, Dialog, DialogClose, Field, TextArea, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type StatusChangeProps = {
  readonly publicId: string;
  readonly name: string;
  readonly to: "suspended" | "verified";
};

/** An officer suspends or reinstates: asked once more, with a reason that its administrators read. */
export function StatusChange({ publicId, name, to }: StatusChangeProps) {
  const t = useTranslations("organization.standing");
  const action = useTranslations("common.action");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const router = useRouter();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState<string>();
  const verb = to === "suspended" ? "suspend" : "reinstate";
  const change = async () => {
    setPending(true);
    setFault(undefined);
    try {
      await client.organization.setStatus.mutate({ publicId, status: to, reason });
      toast({ title: t(to === "suspended" ? "suspended" : "reinstated", { name }), tone: "success" });
      setOpen(false);
      setReason("");
    } catch (error) {
      const { text, fields } = toErrorMessage(error, { reason: t("reason") }, errors);
      if (fields[0]) setFault(fields[0].text);
      else toast({ title: text, tone: "danger" });
    }
    router.refresh();
    setPending(false);
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
        <>
          <DialogClose asChild>
            <Button>{action("cancel")}</Button>
          </DialogClose>
          <Button
            variant={to === "suspended" ? "danger" : "accent"}
            pending={pending}
            onClick={() => void change()}
          >
            {t(verb)}
          </Button>
        </>
      }
    >
      <Field id={id} label={t("reason")} help={t("reasonHelp")} error={fault} required>
        {(aria) => (
          <TextArea {...aria} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
