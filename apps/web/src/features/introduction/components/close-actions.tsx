"use client";

import { Button, Dialog, Field, NoticeBox, TextArea, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DialogEnd } from "#components/dialog-end.tsx";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type CloseActionsProps = {
  readonly publicId: string;
  readonly action: "withdraw" | "end";
  /** The end tells the relay that the result goes back, which needs its reason. */
  readonly goesBack: boolean;
};

/** Withdraws interest or ends an introduction, after one question. */
export function CloseActions({ publicId, action, goesBack }: CloseActionsProps) {
  const t = useTranslations("introduction.close");
  const common = useTranslations("common.action");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = async () => {
    setPending(true);
    setFailure(null);
    try {
      if (action === "withdraw") await client.introduction.withdraw.mutate({ publicId });
      else await client.introduction.end.mutate({ publicId, note });
      setOpen(false);
      toast({ tone: "success", title: t(action === "withdraw" ? "withdrawn" : "ended") });
      router.refresh();
    } catch (error) {
      const message = toErrorMessage(error, { note: t("endNote") }, errors);
      setFailure(message.fields[0]?.text ?? message.text);
    }
    setPending(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t(`${action}Title`)}
      description={t(`${action}Body`)}
      closeLabel={common("close")}
      trigger={
        <Button variant="quiet" size="sm" className="-ml-3 self-start">
          {t(action)}
        </Button>
      }
      actions={<DialogEnd label={t(action)} pending={pending} run={run} variant="danger" />}
    >
      {failure ? <NoticeBox tone="danger">{failure}</NoticeBox> : null}
      {action === "end" ? (
        <Field
          id="end-note"
          label={t("endNote")}
          help={goesBack ? t("goesBack") : undefined}
          required={goesBack}
        >
          {(aria) => (
            <TextArea {...aria} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
      ) : null}
    </Dialog>
  );
}
