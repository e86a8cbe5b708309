"use client";

import { dutyRules } from "@lilink/model/duty";
import type { SupportStep } from "@lilink/model/introduction";
import { Button, Dialog, Field, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DialogEnd } from "#components/dialog-end.tsx";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type TicketActsProps = { readonly publicId: string; readonly steps: readonly SupportStep[] };

/** The steps that are open to this side: ask to close, confirm, open again with a reason. [SP4] */
export function TicketActs({ publicId, steps }: TicketActsProps) {
  const t = useTranslations("support.act");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  return (
    <div className="flex flex-wrap gap-2">
      {steps.includes("confirm") ? (
        <Button
          variant="accent"
          pending={pending}
          onClick={() => void act(() => client.support.confirm.mutate({ publicId }), t("confirmed"))}
        >
          {t("confirm")}
        </Button>
      ) : null}
      {steps.includes("askClose") ? <AskClose publicId={publicId} /> : null}
      {steps.includes("reopen") ? (
        <ReasonDialog
          label={t("reopen")}
          title={t("reopenTitle")}
          body={t("reopenBody")}
          run={(reason) => client.support.reopen.mutate({ publicId, reason })}
        />
      ) : null}
    </div>
  );
}

function AskClose({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("support.act");
  const common = useTranslations("common.action");
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState("");
  const { pending, failures, act } = useAct({ words: t("askCloseWords") });
  const send = async () => {
    if (await act(() => client.support.askClose.mutate({ publicId, words }), t("askedClose"))) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      closeLabel={common("close")}
      trigger={<Button>{t("askClose")}</Button>}
      title={t("askCloseTitle")}
      description={t("askCloseBody", { days: dutyRules["support_ticket.confirm"].workingDays })}
      actions={<DialogEnd label={t("askClose")} pending={pending} run={send} />}
    >
      <Field id={`close-${publicId}`} label={t("askCloseWords")} error={failures.words}>
        {(aria) => (
          <TextArea {...aria} rows={3} value={words} onChange={(event) => setWords(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
