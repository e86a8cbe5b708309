"use client";

import { Button, Dialog, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DialogEnd } from "#components/dialog-end.tsx";
import { toErrorMessage } from "#lib/error-message.ts";
import { forgetCopy } from "#lib/form/local-copy.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { localCopyKey } from "./local-copy.ts";

export type DiscardButtonProps = {
  readonly personId: string;
  readonly publicId: string;
  readonly neverSubmitted: boolean;
  readonly changed: boolean;
};

/** Gives up the changes, or the whole draft where nothing was ever submitted. Asks first. */
export function DiscardButton({ personId, publicId, neverSubmitted, changed }: DiscardButtonProps) {
  const t = useTranslations("posting.edit");
  const action = useTranslations("common.action");
  const errors = useTranslations("error");
  const router = useRouter();
  const client = useTRPCClient();
  const [pending, setPending] = useState(false);
  if (!neverSubmitted && !changed) return null;

  const discard = async () => {
    setPending(true);
    try {
      const { deleted } = await client.posting.discardDraft.mutate({ publicId });
      forgetCopy(localCopyKey(personId, publicId));
      toast({ title: t(deleted ? "deleted" : "discarded"), tone: "success" });
      router.push(deleted ? "/postings/own" : `/postings/${publicId}`);
      router.refresh();
    } catch (error) {
      toast({ title: toErrorMessage(error, {}, errors).text, tone: "danger" });
      setPending(false);
    }
  };
  return (
    <Dialog
      title={t(neverSubmitted ? "deleteTitle" : "discardTitle")}
      description={t(neverSubmitted ? "deleteBody" : "discardBody")}
      closeLabel={action("close")}
      trigger={
        <Button variant="quiet" className="max-sm:-ml-4">
          {t(neverSubmitted ? "delete" : "discard")}
        </Button>
      }
      actions={
        <DialogEnd
          label={t(neverSubmitted ? "delete" : "discard")}
          pending={pending}
          run={discard}
          variant="danger"
        />
      }
    />
  );
}
